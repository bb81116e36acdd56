using CallRouting.Core.Notices;
using NodaTime;

namespace CallRouting.Server.Notices;

/// <summary>One message to one person, as it is stored.</summary>
public sealed class NoticeRow
{
    public string Id { get; set; } = "";

    /// <summary>A <see cref="NoticeKind"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>A <see cref="NoticeTopic"/>'s key: rows of one matter share it.</summary>
    public string Topic { get; set; } = "";

    /// <summary>A <see cref="ChainPlace"/>; 0 for kinds that are not passed on.</summary>
    public int Place { get; set; }

    public string Recipient { get; set; } = "";

    public string RecipientName { get; set; } = "";

    /// <summary>A <see cref="NoticeChannel"/>.</summary>
    public string Channel { get; set; } = "";

    public string UnitNumber { get; set; } = "";

    public string LineId { get; set; } = "";

    /// <summary>The officer whose phone or shift it is about, where that is not the recipient.</summary>
    public string? OfficerId { get; set; }

    /// <summary>The shift, the first hour without anybody, or the first day of a roster.</summary>
    public Instant FromAt { get; set; }

    public Instant ToAt { get; set; }

    /// <summary>Of uncovered hours: how many times.</summary>
    public int Times { get; set; }

    public Instant MadeAt { get; set; }

    public Instant DueAt { get; set; }

    /// <summary>When it left us; whether it arrived, only a confirmation tells.</summary>
    public Instant? SentAt { get; set; }

    /// <summary>Why it did not leave us.</summary>
    public string? Failed { get; set; }

    public Instant? PassOnAt { get; set; }

    /// <summary>When it went to the next; of a drill, when the lead was told.</summary>
    public Instant? PassedOnAt { get; set; }

    public Instant? ConfirmedAt { get; set; }

    /// <summary>A name, as the timeline tells it.</summary>
    public string? ConfirmedBy { get; set; }

    public Instant? MootAt { get; set; }

    public NoticeKind What => Enum.Parse<NoticeKind>(Kind);

    /// <summary>Of a drill: its time is out, and the lead was told.</summary>
    public bool WasNotConfirmed => ConfirmedAt is null && PassedOnAt is not null;

    /// <summary>Somebody may still have to do something about it.</summary>
    public bool IsOpen => ConfirmedAt is null && MootAt is null;
}
