using System.Text.Json;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;
using CallRouting.Core.Transfers;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Offices;
using CallRouting.Server.Queue;
using CallRouting.Server.Rosters;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Menus;

/// <summary>Gathers what the menu must know to answer one key, and keeps what it has learnt with the call.</summary>
public sealed class MenuRunner(
    FlowLibrary flows,
    PlacesInForce registers,
    OpeningHours hours,
    CallbackStore callbacks,
    CallbackRunner promises,
    NumberStore numbers,
    QueueFigures queue,
    Seal seal,
    IOptions<ModeOptions> mode,
    Random random,
    TimeProvider clock
)
{
    public const string NumberShown = "55 55 33 33";
    private const int Codes = 100_000;

    /// <summary>Which of some numbers may be rung: never our own, and the demo's only in the demo. Knows nothing of any other number.</summary>
    public async Task<NumberPlan> Plan(UnitOfWork unit, params string?[] about) =>
        PlanOf(await numbers.OursAmong([.. about.OfType<string>().Select(NumberPlan.Normalise)], unit));

    public MenuVisit Visit(CallRow row) => seal.Read<MenuVisit>(row.Visit);

    public void Keep(CallRow row, MenuVisit visit)
    {
        row.Visit = seal.Write(visit);
        row.Language = visit.Language.Code();
        row.Urgency = visit.Urgency.ToString();
        row.AreaCode = visit.AreaCode;
        row.UnitNumber = visit.Office?.Value;
    }

    public Task<Flow> FlowOf(CallRow row, UnitOfWork unit) => flows.Of(row.FlowHash, unit);

    /// <summary>The menu as it stands, said again.</summary>
    public Task<MenuTurn> Ask(CallRow row, UnitOfWork unit) => Step(row, "", (flow, facts) => MenuWalk.Ask(flow, Visit(row), facts), unit);

    /// <summary>One step of the walk. It is pure: where it turns on facts that were not looked at yet, it is taken again with them.</summary>
    public async Task<MenuTurn> Step(CallRow row, string keys, Func<Flow, MenuFacts, MenuTurn> step, UnitOfWork unit)
    {
        var (flow, known, late) = (await FlowOf(row, unit), await Facts(row, keys, unit), new LateFacts(queue, numbers, FreshCode));
        MenuTurn turn;
        do
        {
            turn = step(flow, late.Beside(known, MunicipalityOf));
        } while (await late.Fetched(unit));
        return turn;
    }

    private async Task<MenuFacts> Facts(CallRow row, string keys, UnitOfWork unit)
    {
        var byCode = keys.Length == 5 ? await callbacks.OpenByCode(keys, unit) : null;
        var open = await callbacks.OpenOfCall(row.Id, unit);
        var told = new[] { row.NumberCalled, NumberOf(row), keys, Visit(row).PendingDigits };
        var ours = await numbers.OursAmong([.. told.OfType<string>().Select(NumberPlan.Normalise)], unit);
        var plan = PlanOf(ours);
        var caller = CallerOf(row, plan);
        return new MenuFacts
        {
            Now = Now,
            Places = registers.Places,
            Hours = hours,
            Plan = plan,
            CallerNumberEnding = caller.CanBeRung ? caller.Ending : null,
            CallerNumberIsMobile = caller.CanBeRung && NumberOf(row) is { } number && new PhoneNumber(number).IsMobile,
            OfficeOfNumberCalled = ours.FirstOrDefault(number => number.Number.E164 == row.NumberCalled)?.Unit,
            NumberShown = NumberShown,
            OpenCallbackByCode = entered => byCode is null || byCode.Code != entered ? null : Known(byCode),
            FreshCode = () => throw new InvalidOperationException("A code is among the facts that are looked at late."),
            CallbackDue = visit => promises.DueAt(open, visit.Urgency),
        };
    }

    private NumberPlan PlanOf(IReadOnlyList<InboundNumber> ours) => new([.. ours.Select(number => number.Number)], mode.Value.IsDemo);

    /// <summary>What a prompt outside the menu may tell of this call.</summary>
    public async Task<Voice> VoiceFor(CallRow row, Language language, UnitOfWork unit, Func<SpokenFacts, SpokenFacts>? more = null)
    {
        var visit = Visit(row);
        var today = Now.OsloDate();
        var place = visit.AreaCode is { } area ? registers.Places.Numbered(area[..4], today) : null;
        var facts = new SpokenFacts
        {
            Now = Now,
            Office = visit.Office is { } office ? registers.Places.OfficeNumbered(office, today)?.Name : null,
            Municipality = place?.Name,
            County = place?.CountyName,
            NumberShown = NumberShown,
            Urgency = visit.Urgency,
            CallerLanguage = visit.Language,
            Wait = Now - row.StartedAt,
        };
        return new Voice(await FlowOf(row, unit), language, more is null ? facts : more(facts));
    }

    /// <summary>What became known by a step of the walk, for the timeline. Where and whether it is urgent; never a number.</summary>
    public IEnumerable<Told> Story(CallRow row, MenuVisit after)
    {
        var before = Visit(row);
        if (after.Urgency != before.Urgency)
        {
            yield return new Told(CallStories.Urgency, Detail: after.Urgency.ToString());
        }
        if (after.AreaCode != before.AreaCode && after.AreaCode is { } area)
        {
            yield return new Told(CallStories.Place, Detail: area);
        }
    }

    private Instant Now => clock.GetUtcNow().ToInstant();

    private string? NumberOf(CallRow row) => row.Caller is null ? null : seal.Open(row.Caller);

    private CallerNumber CallerOf(CallRow row, NumberPlan plan) =>
        NumberOf(row) is { } number ? CallerNumber.Of(new PhoneNumber(number), plan) : CallerNumber.Withheld;

    // Where the caller is; for a number that stands for one office, where that office is.
    private string? MunicipalityOf(MenuVisit visit) =>
        visit.AreaCode?[..4]
        ?? (
            visit.Office is { } office
                ? registers.Places.AreasOf(office, Now.OsloDate()).Select(area => area.AreaCode[..4]).FirstOrDefault()
                : null
        );

    private static OpenCallback Known(CallbackRow row) =>
        new(
            row.Id,
            row.UnitNumber is { } number ? new UnitNumber(number) : null,
            row.AreaCode,
            row.Urgent ? Urgency.Urgent : Urgency.CanWait
        );

    private async Task<string> FreshCode(UnitOfWork unit)
    {
        var code = Draw();
        while (await callbacks.OpenByCode(code, unit) is not null)
        {
            code = Draw();
        }
        return code;
    }

    private string Draw()
    {
        lock (random)
        {
            return $"{random.Next(Codes):00000}";
        }
    }
}
