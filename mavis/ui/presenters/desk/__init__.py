"""Tonight on the desk: every edit in order, saved behind the scenes, with its words and its way back."""
