using System.Text.Json;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Menus;
using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Health;

/// <summary>Carries out the steps of a morning check: the test call, the report, and the message to whoever runs this.</summary>
public sealed class MorningSteps(
    MorningCheckStore checks,
    MorningLook look,
    ActionStore actions,
    NumberSetUp numbers,
    ProviderClient provider,
    Pacer pacer,
    FlowLibrary flows,
    Timeline timeline,
    Ids ids,
    Writes writes,
    TimeProvider clock,
    IOptions<HealthOptions> options,
    IOptions<ModeOptions> mode,
    ILogger<MorningSteps> log
)
{
    private static readonly Duration Claim = Duration.FromSeconds(60);

    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>Placed once: a second call would not be the one that is waited for.</summary>
    public async Task PlaceTestCall(ActionRow action, CancellationToken cancel)
    {
        if (!await writes.Commit(unit => actions.Take(action, Now + Claim, sentAt: Now, Now, unit), cancel))
        {
            return;
        }
        var setUp = await numbers.LookAgain(cancel);
        pacer.Calls.Take(Now);
        var answer = action.SentAt is null
            ? await provider.TestCall(cancel)
            : new ProviderAnswer.Unknown("the process ended while it was placed");
        await writes.Commit(
            async unit =>
            {
                var check = await checks.Load(action.CallId, unit);
                check.SetUp = setUp;
                // One of unknown outcome may come in yet.
                check.Refused = answer is ProviderAnswer.Refused or ProviderAnswer.NotDone ? answer.ToString() : null;
                await checks.Save(check, unit);
                await actions.Done(action.Id, $"{answer}", Now, unit);
            },
            cancel
        );
    }

    public async Task Conclude(ActionRow action, CancellationToken cancel)
    {
        var report = await look.At(action.CallId, Now, cancel);
        await writes.Commit(
            async unit =>
            {
                if (!await actions.Done(action.Id, "done", Now, unit))
                {
                    return;
                }
                var check = await checks.Load(action.CallId, unit);
                (check.ConcludedAt, check.Hinders) = (Now, report.Hinders);
                check.Report = JsonSerializer.Serialize(report, JsonSerializerOptions.Web);
                await checks.Save(check, unit);
                var found = report.Findings.Count;
                await timeline.Tell(
                    [new Told(found == 0 ? MorningStories.Nothing : MorningStories.Found, Detail: found == 0 ? null : $"{found}")],
                    new Subject(),
                    Now,
                    unit
                );
                if (report.Hinders)
                {
                    await TellOperator(check, unit);
                }
            },
            cancel
        );
    }

    /// <summary>At most once: it is also in the answer of the readiness door.</summary>
    public async Task Message(ActionRow action, CancellationToken cancel)
    {
        if (!await writes.Commit(unit => actions.Done(action.Id, "sent once", Now, unit), cancel))
        {
            return;
        }
        var text = flows.Any.Say(Prompts.SmsOperator, Language.Bokmal, new SpokenFacts { Now = Now, At = Now }).Text;
        if (await provider.Message(action.Phone!, text, cancel) is not ProviderAnswer.Done)
        {
            log.LogWarning("The operator was not told by SMS what the morning check found.");
        }
    }

    private async Task TellOperator(MorningCheckRow check, UnitOfWork unit)
    {
        log.LogError("The morning check found what hinders callers: GET /api/checks/morning tells what.");
        var phone = options.Value.OperatorPhone;
        if (phone.Length == 0)
        {
            return;
        }
        if (new NumberPlan([], mode.Value.IsDemo).DutyNumber(phone) is not { IsAllowed: true, Number: { } number })
        {
            log.LogWarning("Health:OperatorPhone is no number that may be rung, so nobody is told by SMS.");
            return;
        }
        await actions.Add(
            new()
            {
                Id = ids.Next(),
                Kind = ActionKinds.MessageOperator,
                CallId = check.Id,
                Phone = number.E164,
                Priority = Priorities.Notice,
                WakeAt = Now,
            },
            unit
        );
    }
}
