"""Problems: what is wrong in a file, where, and how to fix it; shown in a terminal or as GitHub annotations."""
