import Domain

/// Reads an example of a check: `-- + claims claim_id=C1 person=7 | register entry_id=E1 => amount=1000 leads=1`.
struct CheckExampleReader {
  let path: String
  let line: Int

  func read(_ text: String) throws -> CheckExample {
    let finds = text.hasPrefix("-- + ")
    let body = String(text.dropFirst("-- + ".count))
    let sides = body.split(separator: " => ", omittingEmptySubsequences: false).map(String.init)
    guard sides.count <= 2 else { throw wrong("有两个 =>", "只留一个") }
    guard finds || sides.count == 1 else { throw wrong("不应发现的例子没有结果, 不能写 =>", "删去 => 及其后") }
    let rows = try sides[0].split(separator: " | ", omittingEmptySubsequences: false).map { try row(String($0)) }
    var expected = sides.count == 2 ? try pairs(sides[1].split(separator: " ").map(String.init)) : [:]
    var leads: Int?
    if let count = expected.removeValue(forKey: "leads") {
      guard let number = Int(count), number > 0 else { throw wrong("leads 应为正整数", "写成 leads=2") }
      leads = number
    }
    return CheckExample(line: line, text: body, finds: finds, rows: rows, expected: expected, leads: leads)
  }

  private func row(_ text: String) throws -> CheckExample.Row {
    let words = text.split(separator: " ").map(String.init)
    guard let dataset = words.first, !dataset.contains("=") else {
      throw wrong("缺少数据集的名称", "写成 数据集 字段=值 字段=值")
    }
    return CheckExample.Row(dataset: dataset, fields: try pairs(Array(words.dropFirst())))
  }

  private func pairs(_ words: [String]) throws -> [String: String] {
    var pairs: [String: String] = [:]
    for word in words {
      let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, !sides[0].isEmpty else { throw wrong("\(word) 应为 字段=值", "等号两边不留空格") }
      guard pairs.updateValue(sides[1], forKey: sides[0]) == nil else {
        throw wrong("\(sides[0]) 写了两次", "删去其中一个")
      }
    }
    return pairs
  }

  private func wrong(_ message: String, _ remedy: String) -> PipelineError {
    PipelineError(.wrongCheck, .config, at: "\(path):\(line):6", "例子写错: \(message)", remedy: remedy)
  }
}
