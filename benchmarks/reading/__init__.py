"""How fast is the reader, how much memory does it take, and how does that compare with a BERT-base token classifier?"""
