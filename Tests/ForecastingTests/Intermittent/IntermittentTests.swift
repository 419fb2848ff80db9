import Forecasting
import Testing

/// Intervals and sums of intermittent series, against the reference.
@Suite struct IntermittentTests {
  struct Entry: Decodable {
    let id: String
    let intermittent: [String: Double?]?
  }

  @Test func agree() throws {
    var counts: [String: Int] = [:]
    var searched = 0
    for entry in try Golden.read("baselines") as [Entry] {
      guard let wanted = entry.intermittent else { continue }
      let y = try #require(Golden.series[entry.id]).y
      let demand = DemandIntervals(y)
      let found: [(String, Double, Double)] = [
        // Their alpha is the result of another program's search, which stops short of the minimum in some.
        ("imapa_sf", Aggregation.imapa(y), 1e-7),
        ("adi_n_over_nonzero", demand.average, 1e-9), ("cv2_nonzero", demand.squaredVariation, 1e-9),
      ]
      for (name, value, tolerance) in found {
        guard let reference = wanted[name] ?? nil else { continue }
        counts[name, default: 0] += 1
        if name.hasSuffix("_sf"), difference([value], [reference]) > 1e-9 { searched += 1 }
        #expect(difference([value], [reference]) < tolerance, "\(entry.id) \(name): \(value) \(reference)")
      }
    }
    #expect(searched <= 8, "\(searched)")
    #expect(counts.count == 3 && counts.values.allSatisfy { $0 > 20 }, "\(counts)")
  }

  @Test func zerosOnly() {
    let zeros = [Double](repeating: 0, count: 12)
    #expect(Aggregation.imapa(zeros) == 0)
    #expect(DemandIntervals(zeros).average == .infinity)
  }
}
