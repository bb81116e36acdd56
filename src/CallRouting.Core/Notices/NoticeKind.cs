using CallRouting.Core.Supervision;

namespace CallRouting.Core.Notices;

/// <summary>What somebody is told. Stored by name: add, never change.</summary>
public enum NoticeKind
{
    /// <summary>A roster was published, and an officer's time on duty is not what it was.</summary>
    RotaPublished,

    /// <summary>An officer's shift begins tomorrow.</summary>
    ShiftSoon,

    /// <summary>An override, a swap or leave changed an officer's time on duty.</summary>
    DutyChanged,

    /// <summary>Nobody answers a line in hours in which somebody must.</summary>
    HoursUncovered,

    /// <summary>The next month has no roster.</summary>
    RosterMissing,

    /// <summary>An officer's phone is tried before the shift.</summary>
    Drill,

    /// <summary>A drill that nobody confirmed, and the shift is about to begin.</summary>
    PhoneNotConfirmed,

    /// <summary>An officer cannot keep a shift that runs or is next.</summary>
    ShiftOpened,

    /// <summary>Whoever is backup in a shift that opened is asked to know of it.</summary>
    BackupAsked,

    /// <summary>Half of the time for a call-back has passed.</summary>
    CallbackWaits,

    /// <summary>A call-back is due within an hour in which the contact centre is open.</summary>
    CallbackSoonDue,

    /// <summary>A call-back's deadline has passed.</summary>
    CallbackOverdue,

    /// <summary>A supervisor has asked the office about a flag.</summary>
    QuestionAsked,

    /// <summary>Nobody of the office has opened a message from the contact centre.</summary>
    MessageUnread,

    // A figure of the wallboard has passed its threshold.
    AlarmWaiting,
    AlarmLongestWait,
    AlarmRingingLadders,
    AlarmAnsweredShare,
    AlarmGapsToday,
    AlarmOverdueCallbacks,
}

/// <summary>How a notice travels.</summary>
public enum NoticeChannel
{
    Sms,
    Email,
}

/// <summary>What each kind asks of whoever gets it.</summary>
public static class NoticeKinds
{
    /// <summary>Goes from lead to deputy to supervisor until somebody confirms it.</summary>
    public static bool IsPassedOn(this NoticeKind kind) =>
        kind
            is NoticeKind.HoursUncovered
                or NoticeKind.RosterMissing
                or NoticeKind.PhoneNotConfirmed
                or NoticeKind.ShiftOpened
                or NoticeKind.CallbackOverdue
                or NoticeKind.MessageUnread;

    /// <summary>Goes to a phone and nowhere else, because it is the phone that is tried.</summary>
    public static bool IsByPhoneOnly(this NoticeKind kind) => kind is NoticeKind.Drill;

    /// <summary>Answered with SVAR.</summary>
    public static bool IsConfirmed(this NoticeKind kind) => kind.IsPassedOn() || kind is NoticeKind.Drill or NoticeKind.BackupAsked;

    /// <summary>Of no line and no office.</summary>
    public static bool IsAlarm(this NoticeKind kind) => kind is >= NoticeKind.AlarmWaiting and <= NoticeKind.AlarmOverdueCallbacks;

    public static NoticeKind Of(WallFigure figure) => NoticeKind.AlarmWaiting + (int)figure;
}
