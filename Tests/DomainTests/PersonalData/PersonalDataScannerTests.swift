import Testing

@testable import Domain

/// What is a person's number, and what only looks like one.
@Suite struct PersonalDataScannerTests {
  static func found(_ text: String, names: [String] = [], labelled: Bool = false) -> [String] {
    var scanner = PersonalDataScanner(
      latest: Day(year: 2026, month: 11, day: 1)!, names: names.isEmpty ? nil : PersonNames(names))
    scanner.setLabelled(labelled)
    return scanner.leaks(in: text).map { "\($0.kind) \($0.value)" }
  }

  @Test(arguments: [
    "450603199802205363", "证件号码:450603199802205363,女", "ID450603199802205363", "450603 19980220 5363",
    "450603-1998-0220-5363", "4506 0319 9802 2053 63", "450 603 199 802 205 363", "４５０６０３１９９８０２２０５３６３",
    "<td>450603199802205363</td>", #"{"id":"450603199802205363"}"#, #"\uff14506031998022053\uff163"#,
    #"\u53f7450603199802205363"#, "450603　19980220　5363", "13-450603199802205363", "450603\u{200B}199802205363",
    "4 5 0 6 0 3 1 9 9 8 0 2 2 0 5 3 6 3", "450603_19980220_5363", "a450603199802205363", "450603199802205363的",
    "4_5_0_6_0_3_1_9_9_8_0_2_2_0_5_3_6_3", "450603—19980220—5363", "450 6031 99802205363", "45060319980 2205363",
    "45\u{200B}0603199802205363", "1. 450603199802205363", "450603199802205363.0", "450603\u{202A}19980220\u{2069}5363",
  ])
  func residentNumbers(_ text: String) {
    #expect(PersonalDataScannerTests.found(text) == ["residentID 450603199802205363"])
  }

  @Test(arguments: [
    "45062120030616269X", "45062120030616269x,", "45062120030616269Ｘ", "450621 20030616 269X", "45062120030616269XY",
  ])
  func checkLetters(_ text: String) {
    #expect(PersonalDataScannerTests.found(text) == ["residentID 45062120030616269X"])
  }

  @Test(arguments: [
    // Check character, province, date, longer, decimal, letter behind the check letter.
    "450603199802205364", "990603199802205363", "450603199802305363", "4506031998022053631", "0.450603199802205363",
    "450603199802205363.5", "1450603199802205363", "45.0603199802205363",
    // A credit code, hashes, times, numbers of postings, drawings.
    "91450602PJPQ180AAG", "914506037DQDG5DT52", "FCG20230000126", "DA4506000000070", "AZ0000038", "4-02-05-01",
    "2026-07-11 12:30:15", "20260711123015123", "1764346800000", "a13812345678f9", "9f13812345678",
    "M135.5 1204.25L138.1 1234.5", "1.13812345678", "13812345678.25", "12381234567", "138123456789", "113812345678",
    "550e8400-e29b-41d4-a716-138123456789", "150 4500 6000 7000", "2026-138-1234-5678-1", "20-13812345678-01",
    "0770-1234567", "07701234567", "2023-1234567", "13,812,345,678", "450-1500-1800", "1380000", "10.138.1.2",
    "202611280000123", "v1.13812345678", "9f138123456780", "deadbeef-1381-2345-678a-bcdefabcdefa",
    "B0DC60E7-C2F2-4129-B9F1-14512345678E", "13812345678.25元",
    "1 3 8 1 2 3 4 5 6 7 8 9", "2 1 3 8 1 2 3 4 5 6 7 8",
    "1 2 3", "1.3.8.1.2.3.4.5.6.7.8.9.0", "job1x13812345678",
  ])
  func others(_ text: String) { #expect(PersonalDataScannerTests.found(text) == []) }

  @Test func oldNumbers() {
    #expect(PersonalDataScannerTests.found("证号 110105491231002 。") == ["oldResidentID 110105491231002"])
    #expect(PersonalDataScannerTests.found("110105491331002 110105491231000 12-110105491231002") == [])
    for text in ["110105 491231 002", "110105-491231-002", "110105 49 12 31 002"] {
      #expect(PersonalDataScannerTests.found(text) == ["oldResidentID 110105491231002"], "\(text)")
    }
    #expect(PersonalDataScannerTests.found("A110105491231002") == ["oldResidentID 110105491231002"])
  }

  @Test(arguments: [
    "13812345678", "电话13812345678", "tel:13812345678", "Tel13812345678", "138-1234-5678", "138 1234 5678",
    "138-12345678", "1381234 5678", "+86 138 1234 5678", "+8613812345678", "008613812345678", "(86)13812345678",
    "１３８１２３４５６７８", "138.1234.5678", "张三-13812345678", "[13812345678]", "3 13812345678 5",
    #"{"msg":"call\n13812345678"}"#, "tel%3A13812345678", #"\u7535\u8bdd13812345678"#, "＋８６－１３８－１２３４－５６７８",
    "1３8１2345678", "1381234５６７８", "x13812345678", "13812345678f", "张三13812345678李四", "A13812345678B", "138-123-45678",
    "138_1234_5678", "简历_13812345678_2026", "2026_13812345678.csv", "1 3 8 1 2 3 4 5 6 7 8", "138—1234—5678",
    "1\u{200B}3\u{200B}8\u{200B}1\u{200B}2\u{200B}3\u{200B}4\u{200B}5\u{200B}6\u{200B}7\u{200B}8",
    "1-3-8-1-2-3-4-5-6-7-8",
    "138\u{2060}1234\u{00AD}5678", "138＿1234＿5678",
    "138 1234 5678 5人", "138-1234-5678 2026-07-01", "2026-07-01 138-1234-5678", "v1_138 1234 5678", "5 138_1234_5678",
    "138_1234_5678_1", "138 1234 5678 10:30", "1. 13812345678", "13812345678-1", "5-13812345678", "13812345678.0",
    "2026-07-01-13812345678", "13812345678-8001", "1381\u{200B}2345678",
    "1\u{200B}3812345678", "13\u{202E}81234\u{FE0F}5678", "1\u{0301}3812345678", "138·1234·5678", "138～1234～5678",
  ])
  func mobiles(_ text: String) { #expect(PersonalDataScannerTests.found(text) == ["mobile 13812345678"]) }

  @Test func twoOnALine() {
    #expect(
      PersonalDataScannerTests.found("13812345678/15900001111 450603199802205363") == [
        "mobile 13812345678", "mobile 15900001111", "residentID 450603199802205363",
      ])
    for text in [
      "13812345678-15900001111", "138-1234-5678 159-0000-1111", "138 1234 5678 159 0000 1111",
      "138-1234-5678-159-0000-1111", "138_1234_5678_159_0000_1111", "138 1234 5678, 159 0000 1111",
    ] {
      #expect(
        PersonalDataScannerTests.found(text) == ["mobile 13812345678", "mobile 15900001111"], "\(text)")
    }
  }

  @Test func landlines() {
    for text in ["电话：0770-2821234", "联系电话(0770)2821234", "Tel: 0770 282 1234", "传真 07702821234"] {
      #expect(PersonalDataScannerTests.found(text) == ["landline 07702821234"], "\(text)")
    }
    #expect(PersonalDataScannerTests.found("港口区,0770-2821234", labelled: true).count == 1)
    #expect(PersonalDataScannerTests.found("电话 010-82345678").count == 1)
    #expect(PersonalDataScannerTests.found("电话 0770-28212345678") == [])
  }

  @Test func names() {
    func found(_ text: String) -> Int { PersonalDataScannerTests.found(text, names: ["王伟", "高峰", "买买提·吐尔逊"]).count }
    for text in [
      ",王伟,", "王伟", "\"王伟\"", "联系人王伟", "姓名：王伟", "王伟女士", "联系人王伟先生", "王伟13812", "买买提·吐尔逊", #"\u738b\u4f1f"#,
      "<td>高峰</td>",
    ] {
      #expect(found(text) >= 1, "\(text)")
    }
    for text in ["高峰期", "王伟业", "小王伟", "最高峰", "买买提", "王 伟"] { #expect(found(text) == 0, "\(text)") }
  }

  @Test func maskedShowsTheStartOnly() {
    var scanner = PersonalDataScanner(latest: Day(year: 2026, month: 11, day: 1)!)
    #expect(
      scanner.masked("电话13812345678, 证 450603199802205363") == "电话138********, 证 4506********")
  }

  /// A text cut anywhere gives the same leaks.
  @Test func pieces() {
    let text = Array("甲 138 1234 5678, \\u53f7450603199802205363 1381234567890 王伟".utf8)
    for cut in 0...text.count {
      var scanner = PersonalDataScanner(latest: Day(year: 2026, month: 11, day: 1)!, names: PersonNames(["王伟"]))
      var leaks: [PersonalDatum] = []
      text.withUnsafeBufferPointer {
        let next = max(scanner.scan($0, 0..<cut) { leaks.append($0) }, cut)
        scanner.scan($0, min(next, text.count)..<text.count) { leaks.append($0) }
      }
      #expect(leaks.map(\.kind) == [.mobile, .residentID, .name], "\(cut)")
    }
  }
}
