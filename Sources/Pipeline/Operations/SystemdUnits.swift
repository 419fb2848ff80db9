import Documents
import Domain
import Foundation

/// A schedule as a service and a timer of systemd.
extension NightlySchedule {
  /// - Throws: `PipelineError` TF742 for a path that cannot be written there.
  public func units() throws -> [(name: String, text: String)] {
    [("\(name).service", try service()), ("\(name).timer", timer)]
  }

  private var timer: String {
    """
    # TalentFlow \(spec.id): 什么时候运行。
    # 放在 /etc/systemd/system 中, 然后: systemctl daemon-reload && systemctl enable --now \(name).timer
    # 看下次时间: systemctl list-timers \(name).timer    看日志: journalctl -u \(name).service
    [Unit]
    Description=TalentFlow \(NightlySchedule.specifierFree(spec.id)), \(clock)

    [Timer]
    # 每天, 本机时间
    OnCalendar=*-*-* \(clock):00
    # 到点时机器关着或睡着, 开机后补做一次
    Persistent=true

    [Install]
    WantedBy=timers.target

    """
  }

  private func service() throws -> String {
    let words = try command.map(NightlySchedule.unitWord).joined(separator: " ")
    let places = try Set([spec.path, spec.work, spec.warehouse]).sorted().map(NightlySchedule.unitWord)
    let writable = try (writableFolders + (mailTo.isEmpty ? [] : ["-/var/spool"])).map(NightlySchedule.unitWord)
    return """
      # TalentFlow \(spec.id): 运行什么, 以及运行时能碰什么。由同名的 .timer 定时启动; 现在就运行: systemctl start \(name).service
      [Unit]
      Description=TalentFlow \(NightlySchedule.specifierFree(spec.id))
      # 这些路径所在的盘 (另挂的盘、网络盘) 挂上以后才运行
      RequiresMountsFor=\(places.joined(separator: " "))

      [Service]
      # 做完一次就结束, 不是常驻的服务
      Type=oneshot
      ExecStart=\(words.replacing("$", with: "$$"))
      # 用这个用户运行: 文件归他所有
      User=\(NightlySchedule.user)
      # 75: 仓库正被另一个运行占用, 由它做完, 不算失败, 不用半夜叫人; 其余非零都算失败
      SuccessExitStatus=75
      # 停止 (systemctl stop、关机) 时程序 2 秒内收尾, 不丢数据
      TimeoutStopSec=30
      # 机器忙时让别的程序先用
      Nice=10
      IOSchedulingClass=idle
      # 公报给别人看, 所以新文件可读; 仓库、密钥、退回清单程序自己建成仅本人可读
      UMask=0022

      # 只能写下面这些文件夹, 其余的磁盘只读
      ProtectSystem=strict
      ProtectHome=read-only
      ReadWritePaths=\(writable.joined(separator: " "))
      \(privateTemporaryFolder)\(confinement)
      """
  }

  /// A temporary folder of its own would hide what lies in the common one.
  private var privateTemporaryFolder: String {
    let places = [program, spec.path, spec.work, spec.warehouse] + spec.inputs.map(\.pattern)
    return places.contains { $0.hasPrefix("/tmp/") || $0.hasPrefix("/var/tmp/") }
      ? "" : "# 临时文件别人看不见\nPrivateTmp=true\n"
  }

  private var confinement: String {
    guard mailTo.isEmpty else {
      return """
        # sendmail 要用自己的权限和网络, 所以不写 NoNewPrivileges、PrivateNetwork 以及会带上它们的各项

        """
    }
    return """
      # 程序不上网, 不需要设备、新权限、内核和系统时间
      PrivateNetwork=true
      RestrictAddressFamilies=AF_UNIX
      NoNewPrivileges=true
      PrivateDevices=true
      ProtectKernelTunables=true
      ProtectKernelModules=true
      ProtectKernelLogs=true
      ProtectControlGroups=true
      ProtectClock=true
      ProtectHostname=true
      RestrictSUIDSGID=true
      RestrictRealtime=true
      RestrictNamespaces=true
      LockPersonality=true
      SystemCallArchitectures=native
      SystemCallFilter=@system-service

      """
  }

  /// What a run writes to; where a folder is not there yet, the one that it will be made in.
  private var writableFolders: [String] {
    let published = [spec.bulletin?.publish, spec.bulletin?.internalEditions, spec.catalog?.publish].compactMap { $0 }
    // The list of the editions stands beside their folder.
    let wanted =
      [spec.work, Paths.folder(of: spec.warehouse)] + published.map(Paths.folder)
      + (metrics.map { [Paths.folder(of: $0)] } ?? [])
      + (spec.retention.exportsDays == nil ? [] : spec.inputs.map { Paths.folder(of: $0.pattern) })
    let present = Set(
      wanted.map { folder in
        var folder = folder
        while !FileTree.isFolder(folder), folder != "/" { folder = Paths.folder(of: folder) }
        return folder
      })
    return present.filter { folder in !present.contains { $0 != folder && folder.hasPrefix("\($0)/") } }.sorted()
  }

  private static var user: String {
    guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return "\(geteuid())" }
    return String(cString: name)
  }

  private static func specifierFree(_ text: String) -> String { text.replacing("%", with: "%%") }

  /// In double quotes where it needs them, with C escapes; `%` begins a specifier.
  private static func unitWord(_ text: String) throws -> String {
    if isPlain(text) { return text }
    let escaped = try singleLine(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(specifierFree(escaped))\""
  }
}
