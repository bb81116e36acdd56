using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using CallRouting.Server.Notices;
using CallRouting.Server.Offices;
using CallRouting.Server.Rosters;
using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Reports;

public enum LetterAbout
{
    Opened,
    Published,
    Corrected,
    Contested,
}

/// <summary>
/// Tells leads, deputies and supervisors of a report, by e-mail and with a link: nothing of a report is in the letter itself. Written down
/// with what it is about, sent by the round; what may have been sent is not sent again.
/// </summary>
public sealed class ReportLetters(
    ReportStore reports,
    LetterStore store,
    Chains chains,
    Mailbox mailbox,
    PlacesInForce registers,
    Reads reads,
    Writes writes,
    Ids ids,
    IOptions<NoticeOptions> notices,
    IOptions<ProviderOptions> provider,
    TimeProvider clock,
    ILogger<ReportLetters> log
)
{
    private const int MostAtOnce = 100;
    private static readonly Duration Freshness = Duration.FromDays(3);

    /// <summary>To the leads of the offices that read it, or where it is nobody's, to the supervisors.</summary>
    public async Task Write(ReportRow report, LetterAbout about, Instant now, UnitOfWork unit)
    {
        var subjects = new ReportSubjects(registers.Places, report.LastDay);
        foreach (var office in subjects.OfficesOf(report.Scope))
        foreach (var link in await chains.Of(new UnitNumber(office), about: null, now, unit))
            if (link.Place is ChainPlace.Lead or ChainPlace.Deputy)
                await Write(report, about, link.Who.Id, now, unit);
        if (report.Scope.Kind is ScopeKind.County or ScopeKind.Country)
        {
            await WriteToSupervisors(report, about, now, unit);
        }
    }

    public async Task WriteToSupervisors(ReportRow report, LetterAbout about, Instant now, UnitOfWork unit)
    {
        var county = new ReportSubjects(registers.Places, report.LastDay).CountyOf(report.Scope);
        foreach (var link in chains.SupervisorsOf(county))
        {
            await Write(report, about, link.Who.Id, now, unit);
        }
    }

    /// <summary>Sends what waits. Tells how many it sent.</summary>
    public async Task<int> SendWaiting(CancellationToken cancel)
    {
        var waiting = notices.Value.Mail.IsOn ? await reads.Ask(unit => store.Waiting(MostAtOnce, unit), cancel) : [];
        var sent = 0;
        foreach (var letter in waiting)
        {
            sent += await Send(letter, cancel) ? 1 : 0;
        }
        return sent;
    }

    private async Task<bool> Send(LetterRow letter, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToInstant();
        var (report, to) = await reads.Ask(
            async unit => (await reports.Find(letter.ReportId, unit), await chains.Find(letter.Recipient, unit)),
            cancel
        );
        if (to?.Email is not { } address || now - letter.MadeAt > Freshness)
        {
            await writes.Commit(
                unit => store.Failed(letter.Id, to?.Email is null ? "no address" : "it could not be sent in time", unit),
                cancel
            );
            return false;
        }
        var text = ReportLetterText.Of(report!, Enum.Parse<LetterAbout>(letter.About), to.Language, Link(report!));
        switch (await mailbox.Send(address, text.Subject, text.Body, letter.Id, cancel))
        {
            case MailAnswer.NotNow:
                return false;
            case MailAnswer.Refused refused:
                log.LogWarning("A letter about report {Report} was not sent: {Why}.", letter.ReportId, refused.Why);
                await writes.Commit(unit => store.Failed(letter.Id, refused.Why, unit), cancel);
                return false;
            default:
                await writes.Commit(unit => store.Sent(letter.Id, now, unit), cancel);
                return true;
        }
    }

    private string Link(ReportRow report) => $"{provider.Value.PublicUrl.ToString().TrimEnd('/')}/console/#/reports?report={report.Id}";

    private Task Write(ReportRow report, LetterAbout about, string recipient, Instant now, UnitOfWork unit) =>
        store.Add(
            new()
            {
                Id = ids.Next(),
                ReportId = report.Id,
                Version = report.Version,
                About = $"{about}",
                Recipient = recipient,
                MadeAt = now,
            },
            unit
        );
}
