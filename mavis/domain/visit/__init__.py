"""A visit whole: one person cared for on one shift, from the first key to an amendment."""
