import Domain
import Warehouse

/// Axes of the cube with the numbers that a warehouse has given them.
struct CubeAxes {
  let numbers: [(axis: CubeAxis, number: CubeAxisNumber)]

  init(_ numbers: [(axis: CubeAxis, number: CubeAxisNumber)]) { self.numbers = numbers }
}
