using CallRouting.Core.Notices;
using CallRouting.Core.Supervision;
using CallRouting.Server.Database;
using CallRouting.Server.Notices;
using NodaTime;

namespace CallRouting.Server.Supervision;

/// <summary>Finds phones that were tried before a shift, and that nobody confirmed.</summary>
public sealed class PhoneLook(NoticeStore notices)
{
    private static readonly Duration Back = Duration.FromDays(2);
    private static readonly Duration Ahead = Duration.FromHours(1);

    public async Task<IReadOnlyList<FlagRow>> Find(Instant now, UnitOfWork unit) =>
        [
            .. (await notices.About(NoticeKind.Drill, new Interval(now - Back, now + Ahead), unit))
                .Where(drill => drill.WasNotConfirmed && drill.MootAt is null)
                .Select(Flag),
        ];

    private static FlagRow Flag(NoticeRow drill) =>
        new()
        {
            Kind = nameof(FlagKind.PhoneNotConfirmed),
            Fact = FlagFact.OfPhone(drill.Topic).Key,
            LineId = drill.LineId,
            UnitNumber = drill.UnitNumber,
            OfficerId = drill.Recipient,
            Reason = FlagReasons.Of(FlagKind.PhoneNotConfirmed),
            CountsAgainstOffice = true,
            FromAt = drill.FromAt,
            ToAt = drill.ToAt,
        };
}
