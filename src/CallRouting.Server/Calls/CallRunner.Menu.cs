using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Queue;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;

namespace CallRouting.Server.Calls;

/// <summary>What the menu leads to.</summary>
public sealed partial class CallRunner
{
    public Task EnterMenu(CallRow row, string entry, UnitOfWork unit) =>
        Walk(row, (flow, facts) => MenuWalk.Enter(flow, entry, menus.Visit(row), facts), "", unit);

    public Task HearKeys(CallRow row, string keys, UnitOfWork unit) =>
        Walk(row, (flow, facts) => MenuWalk.Hear(flow, menus.Visit(row), keys, facts), keys, unit);

    public async Task BackFromOtherNumber(CallRow row, bool answered, UnitOfWork unit)
    {
        if (row.State != nameof(CallState.InMenu))
        {
            return;
        }
        if (!answered)
        {
            await TellMenu(row, CallStories.NotSentOn, unit);
        }
        await Walk(row, (flow, facts) => MenuWalk.Forwarded(flow, menus.Visit(row), answered, facts), "", unit);
    }

    private async Task Walk(CallRow row, Func<Flow, MenuFacts, MenuTurn> step, string keys, UnitOfWork unit)
    {
        var turn = await menus.Step(row, keys, step, unit);
        await timeline.Tell(menus.Story(row, turn.Visit), new(row.Id, Unit: turn.Visit.Office?.Value), Now, unit);
        menus.Keep(row, turn.Visit);
        row.Unsaid = turn.Outcome is MenuOutcome.Connect or MenuOutcome.WaitForAgent or MenuOutcome.KeepPlace;
        await calls.Save(row, unit);
        foreach (var effect in turn.Effects)
        {
            await Carry(row, turn.Visit, effect, unit);
        }
        await Lead(row, turn.Outcome, unit);
    }

    private async Task Carry(CallRow row, MenuVisit visit, MenuEffect effect, UnitOfWork unit)
    {
        switch (effect)
        {
            case MenuEffect.PromiseCallback { Office: not null }:
                await OweByOffice(row, CallbackReasons.Asked, unit);
                break;
            case MenuEffect.PromiseCallback when (await callbacks.OpenOfCall(row.Id, unit)).Count == 0:
                await promises.Owe(row, visit, new Debt(CallbackReasons.Asked), unit);
                break;
            case MenuEffect.RingOnNumber or MenuEffect.GiveCode or MenuEffect.MayText:
                await promises.Follow(row, visit, unit);
                break;
            case MenuEffect.SaidHelped said:
                await TellMenu(row, said.GotHelp ? CallStories.Helped : CallStories.NotHelped, unit);
                break;
        }
    }

    private async Task Lead(CallRow row, MenuOutcome? outcome, UnitOfWork unit)
    {
        switch (outcome)
        {
            case MenuOutcome.Connect connect:
                await Connect(row, connect, unit);
                break;
            case MenuOutcome.Forward forward when (await menus.Plan(unit, forward.Number.Number.E164)).MayRing(forward.Number.Number):
                await TellMenu(row, CallStories.SentOn, unit, forward.Number.Name);
                break;
            case MenuOutcome.Forward:
                await BackFromOtherNumber(row, answered: false, unit);
                break;
            case MenuOutcome.KeepPlace when await NumberInTurn(row, unit) is not null:
                await Tell(row, new CallerKeepsPlace(), unit);
                break;
            case MenuOutcome.WaitForAgent:
                await Tell(row, new AsksForAgent(), unit);
                break;
        }
    }

    private async Task Connect(CallRow row, MenuOutcome.Connect connect, UnitOfWork unit)
    {
        var line = await rosters.GeneralLineOf(connect.Office, unit);
        if (line is not null && DirectRules.MayRing(line, hasWaited: row.WaitingSince is not null, await QueueFor(line, unit)))
        {
            await StartTransfer(row, line, TransferKind.Direct, connect.CallbackId, unit);
            return;
        }
        // An office without a line is reached through the contact centre, never through silence; and it is not tried again.
        if (line is null)
        {
            menus.Keep(row, menus.Visit(row) with { TriedOffice = menus.Visit(row).Office });
        }
        await Tell(row, new AsksForAgent(), unit);
    }

    // Only for a line that takes transfers alone does the queue decide.
    private async Task<QueueFacts> QueueFor(DutyLine line, UnitOfWork unit) =>
        line.TransfersOnly ? await queue.Facts(unit) : QueueFacts.Nobody;

    private Task TellMenu(CallRow row, string kind, UnitOfWork unit, string? detail = null) =>
        timeline.Tell([new Told(kind, Detail: detail)], new(row.Id, Unit: row.UnitNumber), Now, unit);
}
