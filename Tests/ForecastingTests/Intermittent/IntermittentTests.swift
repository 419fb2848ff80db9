import Forecasting
import Testing

/// Croston and its kin, against the reference.
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
        ("croston", Croston.forecast(y), 1e-9), ("sba", Croston.sba(y), 1e-9),
        ("tsb_01_01", Croston.tsb(y, sizeAlpha: 0.1, probabilityAlpha: 0.1), 1e-9),
        ("tsb_02_01", Croston.tsb(y, sizeAlpha: 0.2, probabilityAlpha: 0.1), 1e-9),
        // Their alpha is the result of another program's search, which stops short of the minimum in some.
        ("adida_sf", Aggregation.adida(y), 1e-7), ("imapa_sf", Aggregation.imapa(y), 1e-7),
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
    #expect(counts.count == 8 && counts.values.allSatisfy { $0 > 20 }, "\(counts)")
  }

  @Test func zerosOnly() {
    let zeros = [Double](repeating: 0, count: 12)
    #expect(Croston.forecast(zeros) == 0 && Aggregation.imapa(zeros) == 0)
    #expect(DemandIntervals(zeros).average == .infinity)
  }
}
