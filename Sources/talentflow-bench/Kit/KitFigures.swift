import Foundation

/// Compares the five cross tables with those of a peer: postings and openings of every key.
struct KitFigures {
  /// Folder of `i1.csv` … `i5.csv` of the peer.
  let peer: String
  /// Folder of the cross tables of TalentFlow.
  let own: String

  /// Number of keys, and of those whose figures differ or that only one side has.
  func compare() throws -> (keys: Int, differences: Int) {
    var (keys, differences) = (0, 0)
    for (table, axes) in KitFigures.axes {
      let left = try figures("\(peer)/\(table).csv", measures: 3) { cells in
        cells.enumerated().map { KitFigures.peerKey($0.element, axis: $0.offset == 0 ? "month" : axes[$0.offset - 1]) }
      }
      let right = try figures("\(own)/\(table).csv", measures: 3) { cells in KitFigures.ownKey(cells, axes) }
      keys += left.count
      differences += left.count { right[$0.key] != $0.value } + right.count { left[$0.key] == nil }
    }
    return (keys, differences)
  }

  private static let axes = [
    ("i1", ["region", "occupation"]), ("i2", ["region", "education"]), ("i3", ["industry", "education"]),
    ("i4", ["occupation", "experience"]), ("i5", ["region", "industry", "occupation", "education"]),
  ]

  private func figures(
    _ path: String, measures: Int, key: ([String]) -> [String]
  ) throws -> [String: [Int]] {
    var result: [String: [Int]] = [:]
    let text = try String(contentsOfFile: path, encoding: .utf8).replacing("\r\n", with: "\n")
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let name = key(Array(cells.dropLast(measures))).joined(separator: "|")
      let values = cells.suffix(measures).prefix(2).map { Int($0) ?? -1 }
      result[name] = zip(result[name] ?? [0, 0], values).map(+)
    }
    return result
  }

  /// Without what the peers cut from codes, and with the years that a text of experience stands for.
  private static func peerKey(_ text: String, axis: String) -> String {
    switch axis {
    case "industry": text.count > 1 ? String(text.dropFirst()) : text
    case "education": text == "不限" ? "" : text
    case "experience":
      ["不限": "", "应届毕业生": "0", "1年以下": "0", "1-3年": "1", "3-5年": "3", "5-10年": "5", "10年以上": "10"][text] ?? text
    default: text
    }
  }

  /// Months without a dash; a code where the peers have one, a name where they have that.
  private static func ownKey(_ cells: [String], _ axes: [String]) -> [String] {
    var key = [cells[0].replacing("-", with: "")]
    var place = 1
    for axis in axes {
      switch axis {
      case "experience": key.append(cells[place])
      case "education": key.append(cells[place + 1])
      // Levels above the county end in zeros.
      case "region": key.append(String(cells[place].prefix(cells[place].hasSuffix("0000") ? 2 : 4)))
      default: key.append(cells[place])
      }
      place += axis == "experience" ? 1 : 2
    }
    return key
  }
}
