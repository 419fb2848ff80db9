import Foundation
import Testing

@testable import Documents

@Suite struct MailMessageTests {
  @Test(arguments: ["a@b.cn", "root", "first.last+tag@mail.example.com", "o'neil@x-y.org"])
  func addresses(_ text: String) { #expect(MailAddress(text)?.text == text) }

  /// Nothing that could begin another header, another recipient or an option.
  @Test(arguments: [
    "", "a@b\nBcc: c@d", "a@b\r\n", "a@b,c@d", "a b@c", "a@b@c", "a@", "@b", "-oX@b", "a@-b", "<a@b>", "a@b\u{0}",
    "甲@b.cn", "a@b:25", "a@" + String(repeating: "b", count: 260),
  ])
  func noAddresses(_ text: String) { #expect(MailAddress(text) == nil) }

  private func message(_ subject: String, _ body: String = "x") throws -> (headers: [String: String], body: String) {
    let to = try ["a@b.cn", "root"].map { try #require(MailAddress($0)) }
    let text = MailMessage(to: to, subject: subject, date: "Sat, 28 Nov 2026 20:30:15 +0800", body: body).text
    let parts = text.components(separatedBy: "\n\n")
    #expect(text.utf8.allSatisfy { $0 < 0x80 } && text.split(separator: "\n").allSatisfy { $0.utf8.count <= 998 })
    var headers: [String: String] = [:]
    for line in parts[0].replacing("\n ", with: "\u{1}").split(separator: "\n") {
      let cut = try #require(line.firstRange(of: ": "))
      headers[String(line[..<cut.lowerBound])] = String(line[cut.upperBound...])
    }
    let data = try #require(Data(base64Encoded: parts[1], options: .ignoreUnknownCharacters))
    return (headers, String(decoding: data, as: UTF8.self))
  }

  /// As a mail reader does it: words side by side are joined without the space between them.
  private func decoded(_ header: String) throws -> String {
    let words = header.split(separator: "\u{1}")
    for word in words { #expect(word.utf8.count <= 75) }
    return try words.map { word in
      guard word.hasPrefix("=?UTF-8?B?"), word.hasSuffix("?=") else { return String(word) }
      let bytes = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
      return try #require(String(data: bytes, encoding: .utf8))
    }.joined()
  }

  @Test(arguments: [
    "plain", "完成: 收取 3 个文件 120 行", String(repeating: "长的主题😀", count: 30), "=?UTF-8?B?eA==?=",
    "甲\r\nBcc: evil@example.com", "x\nBcc: evil@example.com", String(repeating: "x", count: 2000),
  ])
  func subjectsArriveAsTheyAre(_ subject: String) throws {
    let headers = try message(subject).headers
    #expect(try decoded(#require(headers["Subject"])) == subject)
    #expect(
      Set(headers.keys) == [
        "To", "Subject", "Date", "Auto-Submitted", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
      ])
    #expect(headers["To"] == "a@b.cn,\u{1}root" && headers["Auto-Submitted"] == "auto-generated")
  }

  @Test func bodiesArriveAsTheyAre() throws {
    let body = String(repeating: "第一行, 中文 😀\n.\nFrom x\n\n", count: 100)
    #expect(try message("s", body).body == body)
  }
}
