import Crypto
import Foundation

/// What stands at the foot of every printed page, left of the number of the page. Browsers have no other way to repeat a
/// text that is the page's own than a rule of a style sheet.
struct PageFoot {
  /// Tag of the rule, within a `<style>` element of its own.
  static let ruleTag = "{{{foot.rule}}}"
  /// Tag of what the policy of the page says of it.
  static let sourceTag = "{{{foot.source}}}"

  private let rule: String

  init(_ text: String) { rule = "@page { @bottom-left { content: \"\(PageFoot.escaped(text))\"; } }" }

  var context: [String: Any] {
    let hash = Data(SHA256.hash(data: Data(rule.utf8))).base64EncodedString()
    return ["rule": rule, "source": "'sha256-\(hash)'"]
  }

  /// For a string of a style sheet that stands in a page: whatever might end the string, the rule or the element is written
  /// as its number.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isPlain =
        scalar.value > 0x7F || scalar == " " || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      return isPlain ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }.joined()
  }
}
