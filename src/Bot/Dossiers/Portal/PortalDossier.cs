namespace Bot.Dossiers.Portal;

/// <summary>A dossier as the portal told it, and what proves whose it is.</summary>
public sealed record PortalDossier(Dossier Dossier, OwnerProof Proof);
