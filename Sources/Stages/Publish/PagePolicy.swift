import Crypto
import Domain
import Foundation

/// The Content-Security-Policy of a page: nothing is loaded or sent, and only the style sheet and script of the template
/// itself count, and the rule of the page's foot. Whatever a value of an export might smuggle in is not run, even where
/// escaping failed.
struct PagePolicy {
  /// How the element begins; every page of the program has it, whatever the templates are.
  static let start = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"

  /// The element that states it.
  let meta: String

  /// - Parameters:
  ///   - template: its `<style>` and `<script>` elements are those that count, taken before any value is filled in.
  ///   - values: what the tags within these elements stand for.
  /// - Throws: `PipelineError` where an element has attributes, or a tag that is none of the values.
  init(_ template: String, values: [String: String], at place: String) throws {
    guard !values.values.contains(where: PagePolicy.hasTag) else { throw PagePolicy.strangeTag(place) }
    let directives = try ["style", "script"].compactMap { element -> String? in
      let hashes = try PagePolicy.contents(of: element, in: template, values, place).map { content in
        guard content != PageFoot.ruleTag else { return PageFoot.sourceTag }
        return "'sha256-\(Data(SHA256.hash(data: Data(content.utf8))).base64EncodedString())'"
      }
      return hashes.isEmpty ? nil : "\(element)-src \(hashes.joined(separator: " "))"
    }
    let parts = [PagePolicy.start] + directives + ["base-uri 'none'", "form-action 'none'"]
    meta = parts.joined(separator: "; ") + "\">"
  }

  private static func contents(
    of element: String, in template: String, _ values: [String: String], _ place: String
  ) throws -> [String] {
    let pieces = template.components(separatedBy: "<\(element)").dropFirst()
    return try pieces.map { piece in
      guard piece.hasPrefix(">"), let end = piece.range(of: "</\(element)>") else {
        throw PipelineError(
          .wrongTemplate, .config, at: place, "<\(element)> 不能有属性, 也要有结尾", remedy: "写成 <\(element)> … </\(element)>")
      }
      let content = String(piece[..<end.lowerBound].dropFirst())
      if element == "style", content == PageFoot.ruleTag { return content }
      let rest = values.keys.reduce(content) { $0.replacing("{{{\($1)}}}", with: "") }
      guard !PagePolicy.hasTag(rest) else { throw PagePolicy.strangeTag(place) }
      return values.reduce(content) { $0.replacing("{{{\($1.key)}}}", with: $1.value) }
    }
  }

  /// Byte by byte: style sheets are long, and every start of the program reads them.
  private static func hasTag(_ text: String) -> Bool {
    zip(text.utf8, text.utf8.dropFirst()).contains { $0 == UInt8(ascii: "{") && $1 == UInt8(ascii: "{") }
  }

  private static func strangeTag(_ place: String) -> PipelineError {
    PipelineError(
      .wrongTemplate, .config, at: place,
      "<style> 和 <script> 中只能用 {{{style}}} 和 {{{script}}}, 或单独用 \(PageFoot.ruleTag)", remedy: "删去其他标记")
  }
}
