"""How the embedded German pipeline is made, from treebanks to package. The service needs nothing of this room."""
