/// What a maker hands over: a row as its own quarter knows it, and the change that the next quarter brings.
struct Draft {
  let first: SampleRow
  let later: SampleRow?
}
