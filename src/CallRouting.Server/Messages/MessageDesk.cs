using CallRouting.Core.Messages;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Notices;
using CallRouting.Server.Rosters;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Messages;

/// <summary>
/// Sends messages and opens them. Only the office that a message is to, and the one who sent it, may see it: nobody who supervises,
/// administers or belongs to another office. Who opened it is kept and told, what it says is not.
/// </summary>
public sealed class MessageDesk(
    MessageStore messages,
    CallbackStore callbacks,
    RosterStore rosters,
    NoticeStore notices,
    Timeline timeline,
    Seal seal,
    Ids ids,
    TimeProvider clock
)
{
    public const int MostShown = 200;

    private Instant Now => clock.GetUtcNow().ToInstant();

    public async Task<Results<Created<MessageAnswer>, ProblemHttpResult>> Send(
        MessageRequest request,
        OfficeMessage content,
        Person sender,
        UnitOfWork unit
    )
    {
        if (await rosters.Named(request.Line, request.Unit, unit) is not { } line || (request.Unit ?? line.Unit.Value) != line.Unit.Value)
        {
            return Problems.BadInput(
                "unit, line",
                $"no duty line was found for \"{request.Line ?? request.Unit}\".",
                "Give a unit number with a general line, or the id of a line of that office."
            );
        }
        if (await CallbackOf(request, line, unit) is not { } callback)
        {
            return Problems.BadInput(
                "call, callback",
                $"office {line.Unit} owes no open call-back there.",
                "Name one that this office owes, or none."
            );
        }
        var message = Row(line, callback.Id, content, sender);
        await messages.Add(message, unit);
        await Tell(MessageStories.Sent, sender.Name, message, callback.Call, unit);
        return TypedResults.Created($"/api/messages/{message.Id}", MessageAnswer.Of(message, []));
    }

    /// <summary>Null: not theirs to open, or none.</summary>
    public async Task<OpenedMessageAnswer?> Open(string id, Who who, UnitOfWork unit)
    {
        if (await messages.Find(id, unit) is not { } message || !(IsSender(who, message) || IsOfOffice(who, message)))
        {
            return null;
        }
        if (who.Person is { } reader && IsOfOffice(who, message) && await messages.Read(id, reader.Id, reader.Name, Now, unit))
        {
            message.FirstReadAt ??= Now;
            await notices.NoLonger(Core.Notices.NoticeTopic.Unread(id).Key, Now, unit);
            await Tell(MessageStories.Opened, reader.Name, message, null, unit);
        }
        return OpenedMessageAnswer.Of(MessageAnswer.Of(message, await messages.Reads(id, unit)), seal.Read<OfficeMessage>(message.Content));
    }

    /// <summary>Of an officer or lead what their offices were sent, unread first; of an agent what they sent. Without a word of what they say.</summary>
    public async Task<IReadOnlyList<MessageAnswer>> Of(Who who, string? office, UnitOfWork unit)
    {
        var rows = new List<MessageRow>();
        foreach (var own in who.IsBoundToUnits ? who.Units.Where(own => office is null || office == own) : [])
        {
            rows.AddRange(await messages.ToOffice(own, MostShown, unit));
        }
        if (who is { IsBoundToUnits: false, Person: { } sender })
        {
            rows.AddRange((await messages.From(sender.Id, MostShown, unit)).Where(row => office is null || row.UnitNumber == office));
        }
        var answers = new List<MessageAnswer>();
        foreach (var row in rows)
        {
            answers.Add(MessageAnswer.Of(row, row.FirstReadAt is null ? [] : await messages.Reads(row.Id, unit)));
        }
        return answers;
    }

    private static bool IsSender(Who who, MessageRow message) => who.Role == Roles.Agent && who.Person?.Id == message.SenderId;

    private static bool IsOfOffice(Who who, MessageRow message) => who.IsBoundToUnits && who.Units.Contains(message.UnitNumber);

    // Nothing named: of no call-back. Something named must be this office's.
    private async Task<(string? Id, string? Call)?> CallbackOf(MessageRequest request, DutyLine line, UnitOfWork unit)
    {
        if (request is { Call: null, Callback: null })
        {
            return (null, null);
        }
        var found = request.Callback is { } id
            ? await callbacks.Find(id, unit)
            : (await callbacks.OpenOfCall(request.Call!, unit)).FirstOrDefault(owed => owed.UnitNumber == line.Unit.Value);
        return found is { State: CallbackStates.Open } owed && owed.UnitNumber == line.Unit.Value ? (owed.Id, owed.CallId) : null;
    }

    private MessageRow Row(DutyLine line, string? callback, OfficeMessage content, Person sender) =>
        new()
        {
            Id = ids.Next(),
            UnitNumber = line.Unit.Value,
            LineId = line.Id.Value,
            CallbackId = callback,
            Urgent = content.Urgent,
            Content = seal.Write(content),
            SenderId = sender.Id,
            SenderName = sender.Name,
            SentAt = Now,
        };

    private Task Tell(string story, string who, MessageRow message, string? call, UnitOfWork unit) =>
        timeline.Tell([new Told(story, who)], new Subject(call, Callback: message.CallbackId, Unit: message.UnitNumber), Now, unit);
}
