"""What is handed in: the information form, its annexes, and the same as PDF."""
