"""退回修改单 and 催数单: what goes back to those who provide the lists.

``mending`` says which findings are theirs to mend, ``spots`` which cells those are; ``write_return`` makes the list
anew with these marked; ``record`` keeps in it what was returned, ``changes`` compares when it comes back. ``owed``
says which figures are missing and from whom, ``bounds`` what they can make of a number, ``write_owed`` the workbook.
"""
