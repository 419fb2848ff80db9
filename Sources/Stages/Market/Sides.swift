/// Unrounded counts of one table's rows in one period.
struct Sides {
  var demand: [String: Double] = [:]
  var seekers: [String: Double] = [:]
  var demandTotal = 0.0
  var seekersTotal = 0.0
}
