"""What helps while working: the list of commands, the manual, the guided first night."""
