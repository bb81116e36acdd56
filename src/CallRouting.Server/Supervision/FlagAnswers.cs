using NodaTime;

namespace CallRouting.Server.Supervision;

/// <param name="Kind">Such as UnansweredTransfer, CallbackOverdue or HoursUncovered.</param>
/// <param name="Call">Null: it is about no call.</param>
/// <param name="Callback">The call-back that came with an unanswered transfer.</param>
/// <param name="LateCallback">The call-back whose deadline passed.</param>
/// <param name="From">The time that it is about, where that is not when it was raised.</param>
/// <param name="Figure">Of a pattern: how many unanswered, or the answered share in per mille.</param>
/// <param name="State">Asked, Answered, Open or Closed.</param>
/// <param name="Finding">What was found, of a closed one.</param>
/// <param name="Place">Where it stands in the list: ?after= this gives what follows.</param>
public sealed record FlagAnswer(
    string Id,
    string Kind,
    string? Call,
    string? Transfer,
    string? Callback,
    string? LateCallback,
    string? Unit,
    string? Line,
    string? Officer,
    string Reason,
    bool Urgent,
    bool CountsAgainstOffice,
    DateTimeOffset RaisedAt,
    DateTimeOffset? From,
    DateTimeOffset? To,
    int? Figure,
    string State,
    string? Finding,
    string Place
)
{
    public static FlagAnswer Of(FlagRow row) =>
        new(
            row.Id,
            row.Kind,
            row.CallId.Length == 0 ? null : row.CallId,
            row.TransferId,
            row.CallbackId.Length == 0 ? null : row.CallbackId,
            row.LateCallbackId,
            row.UnitNumber,
            row.LineId,
            row.OfficerId,
            row.Reason,
            row.Urgent,
            row.CountsAgainstOffice,
            row.RaisedAt.ToDateTimeOffset(),
            row.FromAt?.ToDateTimeOffset(),
            row.ToAt?.ToDateTimeOffset(),
            row.Figure,
            row.State,
            row.Finding,
            FlagPlace.Of(row).ToString()
        );
}

/// <summary>A flag and all that was written about it, in order.</summary>
public sealed record FlagStoryAnswer(FlagAnswer Flag, IReadOnlyList<FollowUpAnswer> FollowUps);

/// <param name="Act">Question, Answer or Closing.</param>
/// <param name="Finding">Of a closing.</param>
public sealed record FollowUpAnswer(int Number, string Act, string? Text, string? Finding, string By, string Role, DateTimeOffset At)
{
    public static FollowUpAnswer Of(FollowUpRow row, string? text) =>
        new(row.Number, row.Act, text, row.Finding, row.ByName, row.ByRole, row.At.ToDateTimeOffset());
}

/// <param name="Text">At most 1000 characters, and no numbers by which a person can be found.</param>
public sealed record FollowUpRequest(string? Text);

/// <param name="Finding">NoDeviation, PutRight, Deviation, TechnicalFault or WronglyRaised.</param>
/// <param name="Text">What there is to say of it; may be left out.</param>
public sealed record CloseFlagRequest(string? Finding, string? Text);
