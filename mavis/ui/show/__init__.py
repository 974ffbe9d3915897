"""Playing the program by itself: the made-up night, its pictures, and the test of a build."""
