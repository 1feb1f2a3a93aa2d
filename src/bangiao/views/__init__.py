"""Questions to the register; each answer is a frozen record that the command line, the web pages and the exports print."""
