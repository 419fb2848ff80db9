import Domain
import Foundation
import Tabular

/// Reads one export and hands out its rows, chunk by chunk in file order, decoded by several workers.
public final class FileConformer {
  public let header: HeaderMap
  public let dialect: Dialect
  public let headerLine: [UInt8]
  private let pool: WorkerPool<Chunk, ConformedBatch>

  /// - Parameters:
  ///   - path: named by read errors.
  ///   - stream: the bytes of the table from their start; nil: those of the file at `path`.
  ///   - bytes: how many are expected; of a small file less is in memory at once.
  ///   - prepares: whether the rows are made ready for the loader.
  /// - Throws: `PipelineError` where the file is no table, `ReadError` where it cannot be read.
  public init(
    path: String, stream: (any ByteStream)? = nil, bytes: Int = .max, name: String, source: SourceSpec, book: CodeBook,
    pseudonym: Pseudonym, today: Day, workers: Int, prepares: Bool = true
  ) throws {
    let stream = try SampledStream(stream ?? FileStream(path: path), sampleSize: DialectSniffer.sampleSize)
    let (dialect, head) = try FileConformer.begin(stream.sample, source, name)
    self.dialect = dialect
    headerLine = head.line
    header = try HeaderMap(header: head.names, source: source, file: name, line: head.place)
    let decoder = try source.decoding(book, pseudonym, file: name)
    let sampled = SampledColumns(
      SampledColumns.rows(stream.sample, dialect, from: head.end, only: SampledColumns.columns(header.columns, source)),
      header.header, header.columns, source)
    let plans = try (0..<max(workers, 1)).map { [header] _ in
      try ConformPlan(
        source: source, header: header, head: head, dialect: dialect, context: RowContext(today: today),
        book: book, decoder: decoder, sampled: sampled)
    }
    let reader = ChunkReader(
      stream: stream, path: path, dialect: dialect, chunkSize: ChunkReader.chunkSize(bytes: bytes))
    pool = WorkerPool(
      workers: workers, produce: { try reader.next() },
      makeTransform: { number in
        let worker = WorkerBox(plans[number], prepares: prepares)
        return { worker.conform($0) }
      })
  }

  deinit { pool.stop() }

  /// The rows of the next chunk; nil at the end of the file.
  public func next() throws -> ConformedBatch? { try pool.next() }

  /// What the bytes begin with: the sniffer counts, but knows no names.
  static func begin(
    _ sample: [UInt8], _ source: SourceSpec, _ name: String
  ) throws -> (Dialect, HeaderSearch.Found) {
    var dialect: Dialect
    do { dialect = try DialectSniffer.sniff(sample, encoding: source.encoding, delimiter: source.delimiter) } catch {
      throw FileConformer.refusal(error, name)
    }
    RejectList.adjust(&dialect, to: sample)
    dialect.needsBlank = source.delimiterNeedsBlank
    dialect.escape = source.escape
    dialect.quote = source.quote ?? dialect.quote
    let found = try HeaderSearch(sample, dialect, source, name).found()
    guard source.delimiter == nil, found.known < 2 else { return (dialect, found) }
    var best = (dialect, found)
    for delimiter in DialectSniffer.delimiters where delimiter != dialect.delimiter {
      dialect.delimiter = delimiter
      let other = try HeaderSearch(sample, dialect, source, name).found()
      if other.known > best.1.known { best = (dialect, other) }
    }
    return best
  }

  private static func refusal(_ reason: NotText, _ name: String) -> PipelineError {
    let (code, message, remedy): (ErrorCode, String, String) =
      switch reason {
      case .empty: (.emptyFile, "文件是空的", "请重新导出")
      case .excelBinary: (.excelFile, "这是 Excel .xls 文件, 或者加了密码的表格", "用 WPS 或 Excel 打开, 去掉密码, 另存为 .xlsx 或 CSV UTF-8")
      case .zipContainer:
        (.zipNamedTable, "这是 .xlsx 或 zip 文件, 不是 CSV", "表格改名为 .xlsx; 装着 CSV 的压缩包改名为 .zip")
      case .gzip: (.gzipNamedTable, "这是 gzip 压缩文件, 名称却不是", "改名为 .csv.gz, 或先解压")
      case .utf16: (.utf16File, "这是 UTF-16 文本", "另存为 CSV UTF-8")
      case .binary: (.binaryFile, "这不是文本文件", "请重新导出为 CSV")
      case .html: (.htmlFile, "这是网页 (HTML) 或 XML, 不是 CSV", "用 WPS 或 Excel 打开后另存为 .xlsx 或 CSV UTF-8")
      case .json: (.jsonFile, "这是 JSON, 不是 CSV", "在导出的系统中选 CSV 或 Excel 格式, 重新导出")
      case .foreign(let guess):
        (
          .foreignEncoding, "按 GB18030 读出的多是生僻字" + (guess == .unknown ? "" : ", 大概是 \(guess.rawValue) 编码"),
          guess == .utf8
            ? "把来源文件中的 encoding 改成 utf-8, 或删去"
            : "用 WPS 按原来的编码打开, 另存为 CSV UTF-8; 确是 GB18030 的, 在来源文件中写 encoding: gb18030"
        )
      }
    return PipelineError(code, .data, at: name, message, remedy: remedy)
  }
}

/// Keeps a worker's state on its thread.
private final class WorkerBox {
  private var conformer: RowConformer
  private let preparation: BatchPreparation?

  init(_ plan: ConformPlan, prepares: Bool) {
    conformer = RowConformer(plan: plan)
    preparation = prepares ? BatchPreparation(plan.contract) : nil
  }

  func conform(_ chunk: Chunk) -> ConformedBatch {
    var batch = conformer.conform(chunk)
    batch.prepared = preparation?.prepare(batch)
    return batch
  }
}
