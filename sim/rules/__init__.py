"""Rules: one file a social process, in the words of the week; numbers and arrays only."""
