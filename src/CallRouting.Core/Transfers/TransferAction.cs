namespace CallRouting.Core.Transfers;

/// <summary>What is to be done about a transfer. Data: stored with the state in one transaction, carried out afterwards.</summary>
public abstract record TransferAction;

public sealed record DialOfficer(int Attempt) : TransferAction;

public sealed record EndOfficer(int Attempt) : TransferAction;

/// <summary>The officer's leg asks again what it should hear: that the call is taken, that the caller is gone.</summary>
public sealed record TellOfficer(int Attempt) : TransferAction;

/// <summary>The caller's leg asks again what it should hear: into the room, back to us, the truth.</summary>
public sealed record TellCaller : TransferAction;

/// <summary>Ring a caller who had left.</summary>
public sealed record DialCaller : TransferAction;

public sealed record EndCaller : TransferAction;

public sealed record HoldCaller : TransferAction;

public sealed record UnholdCaller : TransferAction;

public sealed record TellAgent : TransferAction;

public sealed record EndAgent : TransferAction;
