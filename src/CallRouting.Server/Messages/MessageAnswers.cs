using CallRouting.Core.Messages;

namespace CallRouting.Server.Messages;

/// <summary>That there is a message, who sent it and who has opened it. Not what it says.</summary>
/// <param name="FirstReadAt">Null: nobody of the office has opened it.</param>
public sealed record MessageAnswer(
    string Id,
    string Unit,
    string Line,
    string? Callback,
    bool Urgent,
    string Sender,
    DateTimeOffset SentAt,
    DateTimeOffset? FirstReadAt,
    IReadOnlyList<MessageReadAnswer> Reads
)
{
    public static MessageAnswer Of(MessageRow row, IReadOnlyList<MessageReadRow> reads) =>
        new(
            row.Id,
            row.UnitNumber,
            row.LineId,
            row.CallbackId,
            row.Urgent,
            row.SenderName,
            row.SentAt.ToDateTimeOffset(),
            row.FirstReadAt?.ToDateTimeOffset(),
            [.. reads.Select(read => new MessageReadAnswer(read.ReaderName, read.ReadAt.ToDateTimeOffset()))]
        );
}

/// <summary>Somebody of the office opened it, for the first time.</summary>
public sealed record MessageReadAnswer(string Reader, DateTimeOffset At);

/// <param name="About">Any of Food, Housing, Power, Medicine, Children, Safety, Other.</param>
/// <param name="Interpreter">The language to be interpreted, or null.</param>
/// <param name="Language">The caller's: nb, nn or en.</param>
public sealed record OpenedMessageAnswer(
    MessageAnswer Message,
    IReadOnlyList<string> About,
    string? Interpreter,
    string Language,
    string Reach,
    string When,
    string? Text
)
{
    public static OpenedMessageAnswer Of(MessageAnswer message, OfficeMessage content) =>
        new(
            message,
            [.. content.About.Select(about => about.ToString())],
            content.Interpreter,
            content.Language,
            content.Reach.ToString(),
            content.When.ToString(),
            content.Line
        );
}
