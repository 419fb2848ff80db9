import Tabular

/// How lines and files end.
let lineEndCases: [TortureCase] = [
  TortureCase("LF", "a,b\n1,2\n", .lines(["a", "b"], ["1", "2"])),
  TortureCase("CRLF", "a,b\r\n1,\"2\"\r\n", .lines(["a", "b"], ["1", "2"])),
  TortureCase("CR", "a,b\r1,\"2\"\r3,4\r", .lines(["a", "b"], ["1", "2"], ["3", "4"])),
  TortureCase("CR without one at the end", "a,b\r1,\"2\"", .lines(["a", "b"], ["1", "2"])),
  TortureCase("CR with blank lines", "a\r\rb\r", [.fields(1, ["a"]), .fields(3, ["b"])]),
  TortureCase(
    "CR in quotes in a CR file", "a,b\r\"x\ry\",2\rz,3\r",
    [.fields(1, ["a", "b"]), .fields(2, ["x\ry", "2"]), .fields(4, ["z", "3"])]),
  TortureCase(
    "LF behind a quote in a CR file", "a,b\r\"x\"\ny,2\r3,4\r",
    [.fields(1, ["a", "b"]), .broken(2, "\"x\"\ny,2"), .fields(3, ["3", "4"])],
    dialect: Dialect(newline: .carriageReturn)),
  TortureCase("CR and one LF at the end", "a,b\r1,2\r3,4\r\n", .lines(["a", "b"], ["1", "2"], ["3", "4"], [""])),
  TortureCase(
    "CR and an LF in a quoted cell", "a,b\r1,\"x\ny\"\r3,4\r", .lines(["a", "b"], ["1", "x\ny"], ["3", "4"])),
  TortureCase(
    "CR between quoted cells and one LF", "\"a\",\"b\"\r\"1\",\"2\"\r\"3\",\"4\"\n\r",
    .lines(["a", "b"], ["1", "2"], ["3", "4"])),
  TortureCase(
    "LF with CRs in quoted cells", "a,b\n1,\"x\ry\rz\"\n3,4\n", .lines(["a", "b"], ["1", "x\ry\rz"], ["3", "4"])),
  TortureCase("CR CR LF", "a,b\r\r\n1,\"2\"\r\r\n3,4\r\r\n", .lines(["a", "b"], ["1", "2"], ["3", "4"])),
  TortureCase("mixed LF and CRLF", "a,b\r\n1,\"2\"\n3,4\r\n", .lines(["a", "b"], ["1", "2"], ["3", "4"])),
  TortureCase("CR within a field", "a,b\n1\r2,3\n", .lines(["a", "b"], ["1\r2", "3"])),
  TortureCase("CR before a delimiter", "a,b\n1\r,3\n", .lines(["a", "b"], ["1", "3"])),
  TortureCase("no newline at the end", "a,b\n1,2", .lines(["a", "b"], ["1", "2"])),
  TortureCase("no newline at the end, quoted", "a,b\n1,\"2\"", .lines(["a", "b"], ["1", "2"])),
  TortureCase("CR alone at the end, quoted", "a,b\n1,\"2\"\r", .lines(["a", "b"], ["1", "2"])),
  TortureCase("CR CR alone at the end, quoted", "a,b\n1,\"2\"\r\r", .lines(["a", "b"], ["1", "2"])),
  TortureCase("delimiter at the end of the file", "a,b\n1,", .lines(["a", "b"], ["1", ""])),
  TortureCase("blank lines", "\na\n\n\r\nb\n\n", [.fields(2, ["a"]), .fields(5, ["b"])]),
  TortureCase("lines of blanks are records", "a\n \nb\n", .lines(["a"], [""], ["b"])),
  TortureCase("line separators of Unicode are text", "a\nx\u{2028}y\u{85}z\n", .lines(["a"], ["x\u{2028}y\u{85}z"])),
  TortureCase("form feed and vertical tab are text", "a\nx\u{C}y\u{B}z\n", .lines(["a"], ["x\u{C}y\u{B}z"])),
]
