import Domain
import Foundation

/// Reads the rules for postings: the folder `supervision` in that of the rules, with the words that they share.
public enum PostingRuleFolder {
  public static let name = "supervision"
  private static let shared = ["words.yaml", "variants.yaml"]

  /// Whether there are such rules.
  public static func exists(in rules: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(rules)/\(name)/\(shared[0])")
  }

  /// - Parameter rules: the folder of all rules.
  /// - Throws: `PipelineError` TF500 where there are none, TF780, TF781, those of `YAMLMap`.
  public static func read(_ rules: String) throws -> Screener {
    let folder = "\(rules)/\(name)"
    let variants = try YAMLMap(file: "\(folder)/variants.yaml", keys: ["variants"])
    let pairs = try variants.text("variants").split(whereSeparator: \.isWhitespace).map { pair in
      let characters = Array(pair)
      guard characters.count == 2 else {
        throw variants.bad("variants", "\(pair) 应为两个字: 异体、通用", "每组写两个字, 用空格隔开")
      }
      return (characters[0], characters[1])
    }
    var words = ScreenWords(fold: CharacterFold(variants: pairs))
    let map = try YAMLMap(file: "\(folder)/words.yaml", keys: ["words"]).map("words")
    for name in map.keys { try words.define(name, try map.text(name), place: PostingRuleFile.place(map, name)) }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    var all: [(rule: PostingRule, words: ScreenWords)] = []
    for name in names.sorted() where name.hasSuffix(".yaml") && !name.hasPrefix(".") && !shared.contains(name) {
      all.append(try PostingRuleFile.read("\(folder)/\(name)", id: String(name.dropLast(5)), words))
    }
    return try Screener(all, fold: words.fold)
  }
}
