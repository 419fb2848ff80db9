import Foundation

/// A mail address that is safe in a header: no signs that could begin another one.
public struct MailAddress: Sendable, Equatable {
  public let text: String

  /// `name@host`, or the name of a local mailbox.
  public init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isHost = parts.dropFirst().allSatisfy { host in
      host.first != "-" && !host.isEmpty
        && host.utf8.allSatisfy { MailAddress.isLetterOrDigit($0) || ".-".utf8.contains($0) }
    }
    guard parts.count <= 2, isHost, !parts[0].isEmpty, parts[0].first != "-", text.utf8.count <= 254,
      parts[0].utf8.allSatisfy({ MailAddress.isLetterOrDigit($0) || ".!#$%&'*+/=?^_`{|}~-".utf8.contains($0) })
    else { return nil }
    self.text = text
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

/// A plain text message as `sendmail -t` takes it (RFC 5322 with the line ends of the system).
public struct MailMessage: Sendable {
  public let to: [MailAddress]
  /// Any text; signs that a header cannot hold are encoded (RFC 2047).
  public let subject: String
  /// `Sat, 28 Nov 2026 20:30:15 +0800`
  public let date: String
  public let body: String

  public init(to: [MailAddress], subject: String, date: String, body: String) {
    self.to = to
    self.subject = subject
    self.date = date
    self.body = body
  }

  public var text: String {
    """
    To: \(to.map(\.text).joined(separator: ",\n "))
    Subject: \(MailMessage.encoded(subject))
    Date: \(date)
    Auto-Submitted: auto-generated
    MIME-Version: 1.0
    Content-Type: text/plain; charset=UTF-8
    Content-Transfer-Encoding: base64

    \(Data(body.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]))

    """
  }

  /// Bytes of an encoded word: its base64 and what stands around it stay below 75 signs.
  private static let wordBytes = 45

  static func encoded(_ text: String) -> String {
    guard text.utf8.contains(where: { !(0x20...0x7E).contains($0) }) || text.utf8.count > 900 || text.contains("=?")
    else { return text }
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if words[words.count - 1].count + bytes.count > wordBytes { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\n ")
  }
}
