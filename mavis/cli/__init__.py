"""The command line for coordinators, planners and checks."""
