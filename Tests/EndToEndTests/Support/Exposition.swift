import Testing

/// A small reader of the Prometheus exposition format, as strict as the textfile collector.
struct Exposition {
  /// By name and labels, as they stand: `talentflow_run_rows{pipeline="test",state="accepted"}`.
  private(set) var values: [String: Double] = [:]

  init(_ text: String) throws {
    #expect(text.hasSuffix("\n"))
    var (helped, typed) = (Set<Substring>(), Set<Substring>())
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let words = line.split(separator: " ", maxSplits: 3)
      if line.hasPrefix("# HELP ") {
        #expect(words.count == 4 && helped.insert(words[2]).inserted, "\(line)")
      } else if line.hasPrefix("# TYPE ") {
        #expect(words.count == 4 && words[3] == "gauge" && typed.insert(words[2]).inserted, "\(line)")
      } else {
        let pattern = /([a-z_]+)\{((?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)*)\} (-?[0-9.]+)/
        let match = try #require(line.wholeMatch(of: pattern), "\(line)")
        #expect(helped.contains(match.1) && typed.contains(match.1), "\(line): no HELP and TYPE before it")
        #expect(match.1.hasPrefix("talentflow_") && match.2.hasPrefix("pipeline=\""), "\(line)")
        let key = "\(match.1){\(match.2)}"
        #expect(values.updateValue(try #require(Double(match.3)), forKey: key) == nil, "\(key) twice")
      }
    }
  }

  /// - Parameter state: value of the label `state`; nil where there is none.
  func value(_ name: String, _ state: String? = nil, pipeline: String = "test") -> Double? {
    values["talentflow_\(name){pipeline=\"\(pipeline)\"\(state.map { ",state=\"\($0)\"" } ?? "")}"]
  }
}
