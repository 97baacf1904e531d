"""How good and how fast is the reader? Run with: python -m benchmarks"""
