import Tabular

/// The words for a code.
public struct CodeWords: Sendable {
  /// `TF413`, or the id of a rule: `row.columns`.
  public let code: String
  /// What happened.
  public let meaning: Label
  /// What to do.
  public let remedy: Label
}

/// What every code means and what to do: those of errors, and those of the rules that a row of an export can break.
public enum CodeRegister {
  /// In the order of `codes.csv`: the errors by number, then the rules.
  public static let all: [CodeWords] = {
    guard let table = try? SmallTable(PackageResources.codes_csv) else { preconditionFailure("codes.csv is no table") }
    return table.rows.map { row in
      func label(_ zh: String, _ en: String) -> Label { Label(zh: row[zh] ?? "", en: row[en] ?? "") }
      return CodeWords(code: row["code"] ?? "", meaning: label("zh", "en"), remedy: label("zh_remedy", "en_remedy"))
    }
  }()

  private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }

  /// The words of a code that the program itself knows.
  static func words(of code: String) -> CodeWords {
    guard let words = byCode[code] else { preconditionFailure("codes.csv has no \(code)") }
    return words
  }

  /// The words of an error or rule that somebody asks for: `TF413`, `tf413`, `413` or `row.columns`.
  public static func words(named text: String) -> CodeWords? { byCode[ErrorCode(text)?.description ?? text] }

  /// The page of all codes, as `Sources/talentflow/CODES.md` has it.
  public static var page: String {
    let numbers = Set(ErrorCode.allCases.map(\.description))
    return """
      # 代码

      出错的一行末尾有代码, 如 `[TF413]`; 退回清单中有规则的名称, 如 `row.columns`。`talentflow explain TF413`、`talentflow explain row.columns` 也说明它们。

      This page is written by the program from `Sources/Domain/Findings/codes.csv`; change it there.

      ## 错误

      \(table(all.filter { numbers.contains($0.code) }))

      ## 行和格子的问题

      \(table(all.filter { !numbers.contains($0.code) }))

      """
  }

  private static func table(_ rows: [CodeWords]) -> String {
    let lines = rows.map {
      "| \($0.code) | \($0.meaning.zh) | \($0.remedy.zh) | \($0.meaning.en) \($0.remedy.en) |"
    }
    return (["| 代码 | 意思 | 怎么办 | English |", "|---|---|---|---|"] + lines).joined(separator: "\n")
  }
}
