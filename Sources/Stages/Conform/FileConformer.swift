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
    do {
      dialect = try DialectSniffer.sniff(stream.sample, encoding: source.encoding, delimiter: source.delimiter)
    } catch {
      throw FileConformer.refusal(error, name)
    }
    let first = try FileConformer.headerRecord(stream.sample, dialect, name)
    headerLine = first.line
    header = try HeaderMap(header: first.names, source: source, file: name)
    let decoder = try source.decoding(book, pseudonym, file: name)
    let sampled = SampledColumns(stream.sample, dialect, header, source)
    let plans = try (0..<max(workers, 1)).map { [header, headerLine, dialect] _ in
      try ConformPlan(
        source: source, header: header, headerLine: headerLine, dialect: dialect, context: RowContext(today: today),
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

  private static func headerRecord(
    _ sample: [UInt8], _ dialect: Dialect, _ name: String
  ) throws -> (line: [UInt8], names: [String]) {
    let body = Array(sample[dialect.byteOrderMark...])
    guard let record = RecordScanner(dialect: dialect).first(of: body) else {
      throw PipelineError(.noHeader, .data, at: name, "没有表头", remedy: "第一行应为列名")
    }
    let line = Array(body[record.start..<record.end])
    guard let text = line.withUnsafeBufferPointer({ dialect.encoding.decoded($0) }) else {
      throw PipelineError(
        .headerEncoding, .data, at: "\(name):\(record.line + 1)", "表头不是 \(dialect.encoding.rawValue) 编码",
        remedy: "在来源文件中写明 encoding, 或用 WPS 另存为 UTF-8 CSV")
    }
    var utf8 = dialect
    utf8.encoding = .utf8
    var splitter = FieldSplitter(dialect: utf8)
    let names = text.withUnsafeBufferPointer { buffer in
      splitter.split(buffer, RecordRange(start: 0, end: buffer.count, line: 0, shape: record.shape))
      return splitter.fields.indices.map { index in
        splitter.withField(index, of: buffer) { String(decoding: $0, as: UTF8.self) }
      }
    }
    return (line, names)
  }

  private static func refusal(_ reason: NotText, _ name: String) -> PipelineError {
    let (code, message, remedy): (ErrorCode, String, String) =
      switch reason {
      case .empty: (.emptyFile, "文件是空的", "请重新导出")
      case .excelBinary: (.excelFile, "这是 Excel .xls 文件, 不是 CSV", "用 WPS 或 Excel 打开后另存为 CSV UTF-8")
      case .zipContainer:
        (.zipNamedTable, "这是 .xlsx 或 zip 文件, 不是 CSV", "表格用 WPS 或 Excel 另存为 CSV UTF-8; 装着 CSV 的压缩包改名为 .zip")
      case .gzip: (.gzipNamedTable, "这是 gzip 压缩文件, 名称却不是", "改名为 .csv.gz, 或先解压")
      case .utf16: (.utf16File, "这是 UTF-16 文本", "另存为 CSV UTF-8")
      case .binary: (.binaryFile, "这不是文本文件", "请重新导出为 CSV")
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
