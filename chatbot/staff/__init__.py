"""What the clinic's staff see. Nobody here is ever shown a traceback.

`check` is a knowledge base checked, `why` a question explained; `report` has the words around a Problem.
"""
