"""Of what shape is what a clause means?"""

import numpy as np
from numpy.typing import NDArray

# Numbers in each vector.
WIDTH = 384

Floats = NDArray[np.float32]
