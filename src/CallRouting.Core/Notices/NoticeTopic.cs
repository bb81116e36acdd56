using System.Security.Cryptography;
using System.Text;
using CallRouting.Core.Rosters;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Core.Notices;

/// <summary>
/// What a notice is about, so that nobody is told the same twice, whoever asks for it how often. A key of 32 characters, in which the
/// kind, the line, the officer and the day are not to be read.
/// </summary>
public readonly record struct NoticeTopic
{
    private NoticeTopic(NoticeKind kind, params string[] about) =>
        Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{string.Join('|', about)}")))[..32];

    public string Key { get; }

    public static NoticeTopic Published(DutyLineId line, int version) => new(NoticeKind.RotaPublished, line.Value, $"{version}");

    /// <summary>Once a day and line, however many shifts begin on it.</summary>
    public static NoticeTopic ShiftSoon(DutyLineId line, string officer, LocalDate day) =>
        new(NoticeKind.ShiftSoon, line.Value, officer, LocalDatePattern.Iso.Format(day));

    /// <param name="change">The override's, swap's or leave's id.</param>
    public static NoticeTopic Changed(DutyLineId line, string change) => new(NoticeKind.DutyChanged, line.Value, change);

    public static NoticeTopic Uncovered(DutyLineId line, LocalDate day) =>
        new(NoticeKind.HoursUncovered, line.Value, LocalDatePattern.Iso.Format(day));

    public static NoticeTopic Missing(DutyLineId line, YearMonth month) =>
        new(NoticeKind.RosterMissing, line.Value, YearMonthPattern.Iso.Format(month));

    /// <summary>Of no line: who keeps two lines at once has one phone to be tried.</summary>
    public static NoticeTopic Drill(string officer, Instant begins) =>
        new(NoticeKind.Drill, officer, InstantPattern.General.Format(begins));

    public static NoticeTopic NotConfirmed(string officer, Instant begins) =>
        new(NoticeKind.PhoneNotConfirmed, officer, InstantPattern.General.Format(begins));

    public static NoticeTopic Opened(DutyLineId line, string change) => new(NoticeKind.ShiftOpened, line.Value, change);

    public static NoticeTopic Backup(DutyLineId line, string change) => new(NoticeKind.BackupAsked, line.Value, change);

    /// <summary>One of the three warnings of a call-back; promised anew, it is another matter.</summary>
    public static NoticeTopic Callback(NoticeKind warning, string callback, Instant due) =>
        new(warning, callback, InstantPattern.General.Format(due));

    /// <param name="number">Of the question, among what was written about the flag.</param>
    public static NoticeTopic Question(string flag, int number) => new(NoticeKind.QuestionAsked, flag, $"{number}");

    public static NoticeTopic Unread(string message) => new(NoticeKind.MessageUnread, message);

    public static NoticeTopic Alarm(string name, Instant raised) =>
        new(NoticeKind.AlarmWaiting, name, InstantPattern.General.Format(raised));

    public override string ToString() => Key;
}
