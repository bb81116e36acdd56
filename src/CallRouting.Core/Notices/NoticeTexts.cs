namespace CallRouting.Core.Notices;

/// <summary>
/// The prompts that notices, drills and answers to an SMS are written with: content, in every language (ivr-flows/prompts). They name line,
/// office and times, and nothing else.
/// </summary>
public static class NoticeTexts
{
    public const string MailSubject = "mail_subject";

    // To an officer who texted us.
    public const string Confirmed = "sms_confirmed";
    public const string NothingToConfirm = "sms_nothing_to_confirm";
    public const string TakenOff = "sms_taken_off";
    public const string BackupTold = "sms_backup_told";
    public const string LeadTold = "sms_lead_told";
    public const string NobodyTold = "sms_nobody_told";
    public const string NoDuty = "sms_no_duty";
    public const string SharedPhone = "sms_shared_phone";
    public const string UnknownWord = "sms_unknown_word";

    /// <summary>To a number that is nobody's here: it tells nothing.</summary>
    public const string NotForMessages = "sms_not_for_messages";

    // A phone that is tried, and one that is verified.
    public const string DrillScreen = "drill_screen";
    public const string DrillConfirmed = "drill_confirmed";
    public const string DrillNotConfirmed = "drill_not_confirmed";
    public const string PhoneCode = "sms_phone_code";
    public const string PhoneCodeSpoken = "phone_code";

    /// <summary>What a kind says.</summary>
    public static string Of(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.RotaPublished => "sms_rota_published",
            NoticeKind.ShiftSoon => "sms_shift_soon",
            NoticeKind.DutyChanged => "sms_duty_changed",
            NoticeKind.HoursUncovered => "sms_hours_uncovered",
            NoticeKind.RosterMissing => "sms_roster_missing",
            NoticeKind.Drill => "sms_drill",
            NoticeKind.PhoneNotConfirmed => "sms_phone_not_confirmed",
            NoticeKind.ShiftOpened => "sms_shift_opened",
            NoticeKind.BackupAsked => "sms_backup_asked",
            NoticeKind.CallbackWaits => "sms_callback_waits",
            NoticeKind.CallbackSoonDue => "sms_callback_soon_due",
            NoticeKind.CallbackOverdue => "sms_callback_overdue",
            NoticeKind.QuestionAsked => "sms_question_asked",
            NoticeKind.MessageUnread => "sms_message_unread",
            NoticeKind.AlarmWaiting => "sms_alarm_waiting",
            NoticeKind.AlarmLongestWait => "sms_alarm_longest_wait",
            NoticeKind.AlarmRingingLadders => "sms_alarm_ringing",
            NoticeKind.AlarmAnsweredShare => "sms_alarm_answered_share",
            NoticeKind.AlarmGapsToday => "sms_alarm_gaps",
            NoticeKind.AlarmOverdueCallbacks => "sms_alarm_overdue",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of notice without words."),
        };

    /// <summary>Must exist in every language.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        MailSubject,
        .. Enum.GetValues<NoticeKind>().Select(Of),
        Confirmed,
        NothingToConfirm,
        TakenOff,
        BackupTold,
        LeadTold,
        NobodyTold,
        NoDuty,
        SharedPhone,
        UnknownWord,
        NotForMessages,
        DrillScreen,
        DrillConfirmed,
        DrillNotConfirmed,
        PhoneCode,
        PhoneCodeSpoken,
    ];
}
