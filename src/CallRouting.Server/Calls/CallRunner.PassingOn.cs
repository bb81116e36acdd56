using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Transfers;

namespace CallRouting.Server.Calls;

/// <summary>A connected officer sends the caller on: by keys, or somebody does it on screen.</summary>
public sealed partial class CallRunner
{
    private const string ContactCentre = "contact centre";

    /// <summary>Only a caller whose own call lives; whoever we rang back has a call of ours that leads nowhere else.</summary>
    public static bool MayPassOn(CallRow call) => call.State == nameof(CallState.InTransfer);

    public async Task HearPassingOn(CallRow call, TransferRow row, PassingOn passing, string keys, UnitOfWork unit)
    {
        switch (PassOnRules.Hear(passing.Question, keys, postcode => places.At(postcode)?.Office.Unit))
        {
            case PassOnAnswer.Ask ask:
                await Tell(call, row, new PassOnAsked(passing.Attempt, ask.Question), unit);
                break;
            case PassOnAnswer.Back:
                await Tell(call, row, new OfficerGoesBack(passing.Attempt), unit);
                break;
            case PassOnAnswer.ToContactCentre to:
                await PassOn(call, row, line: null, to.WrongOffice, unit);
                break;
            // An office without a line is reached through the contact centre, never through silence.
            case PassOnAnswer.ToOffice to:
                await PassOn(call, row, await rosters.GeneralLineOf(to.Office, unit), to.WrongOffice, unit);
                break;
        }
    }

    /// <summary>
    /// Ends a connected transfer and begins what follows in the same unit of work: a transfer to the line, or without one the front of the
    /// agents' list; an agent who is in the room keeps the caller. Null when the transfer is not connected; else the transfer to look at.
    /// </summary>
    public async Task<string?> PassOn(CallRow call, TransferRow row, DutyLine? line, bool wrongOffice, UnitOfWork unit)
    {
        if (!await Tell(call, row, new PassesOn(line?.Id.Value ?? ContactCentre, wrongOffice), unit))
        {
            return null;
        }
        await MovePlace(call, line?.Unit, wrongOffice, unit);
        if (line is null)
        {
            await Tell(call, new PassedToAgent(), unit);
            return row.Id;
        }
        var kind = call.AgentId is null ? TransferKind.Direct : TransferKind.Warm;
        return await StartTransfer(call, line, kind, callbackId: null, unit, passedOnFrom: row.Id);
    }

    // Prompts, whispers and what is owed name the office that has the caller now; after a wrong one none, until somebody says which.
    private async Task MovePlace(CallRow call, UnitNumber? to, bool wrongOffice, UnitOfWork unit)
    {
        var visit = menus.Visit(call);
        if (to == visit.Office || (to is null && !wrongOffice))
        {
            return;
        }
        menus.Keep(
            call,
            visit with
            {
                Office = to,
                Postcode = null,
                AreaCode = to is { } office ? places.OnlyAreaOf(office) ?? visit.AreaCode : null,
            }
        );
        await calls.Save(call, unit);
    }
}
