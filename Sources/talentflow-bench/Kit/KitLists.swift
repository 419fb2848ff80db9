import Foundation

/// The made-up codes of the kit as code lists of TalentFlow: with the levels above each code, which the peers cut out of
/// the code's text.
struct KitLists {
  /// Folder of the kit's codes.
  let codes: String
  /// Folder to write.
  let target: String

  func write() throws {
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    try write("regions", "region") { ["\($0.prefix(2))0000", "\($0.prefix(4))00", $0] }
    try write("industry", "industry") { code in
      let digits = code.dropFirst()
      return ["\(code.prefix(1))", "\(digits.prefix(2))", "\(digits)"]
    }
    try write("occupations", "occupation") { code in [1, 4, 7].map { "\(code.prefix($0))" } + [code] }
    try write("majors", "major") { [$0] }
    try write("education", "education", without: "不限") { [$0] }
    // Lists that the contract wants; the kit has no codes for them.
    try save("title-level", ["1,初级,,"])
    try save("skill-level", ["5,五级,,"])
    try save("sex", ["1,男,,", "2,女,,"])
    try save("close-reason", ["1,招满,,"])
    try save("employment-type", ["1,全职,,", "2,兼职,,", "3,实习,,", "4,劳务派遣,,"])
    let ownership = [110, 120, 130, 140, 150, 151, 159, 160, 170, 173, 190, 200, 300]
    try save("ownership", ownership.map { "\($0),类型\($0),," })
  }

  /// - Parameter levels: the codes from the top level down to the code itself.
  private func write(
    _ list: String, _ source: String, without name: String? = nil, _ levels: (String) -> [String]
  ) throws {
    var known: Set<String> = []
    var lines: [String] = []
    let text = try String(contentsOfFile: "\(codes)/\(source).csv", encoding: .utf8)
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count > 1, cells[1] != name else { continue }
      var parent = ""
      for code in levels(cells[0]) {
        let label = code == levels(cells[0]).last ? cells[1] : "\(list)-\(code)"
        if known.insert(code).inserted { lines.append("\(code),\(label),\(parent),") }
        parent = code
      }
    }
    try save(list, lines)
  }

  private func save(_ list: String, _ lines: [String]) throws {
    let text = "code,name,parent,aliases\n" + lines.joined(separator: "\n") + "\n"
    try text.write(toFile: "\(target)/\(list).csv", atomically: true, encoding: .utf8)
  }
}
