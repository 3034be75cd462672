"""Charts of a cluster, drawn by matplotlib in one style: each shows the rows that its indicators count."""
