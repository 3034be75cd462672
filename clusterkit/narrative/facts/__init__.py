"""Everything that text may cite, as a tree with Chinese names: made from results and tables as the guide's data says."""
