"""How everything looks: colours, type, distances, icons, and the strokes that draw them."""
