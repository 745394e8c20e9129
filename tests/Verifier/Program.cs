using MicroCred.Verification;

if (args.Length == 0)
{
    Console.WriteLine(
        """
        Checks what was downloaded from the register, and an application's record, without a line of the app's own code:
          dotnet run --project tests/Verifier -- jwks.json 5056.json proof.json …
        Give whatever there is, in any order; each file is known by what is in it:
          jwks.json         /.well-known/jwks.json: without it no signature can be checked
          entry.json        /api/register/5056
          proof.json        /api/register/5056/proof
          badge.jwt         /api/register/5056/badge
          head.json         /api/register/log/head; one kept from before shows whether the log was cut off or rewritten since
          consistency.json  /api/register/log/consistency?from=…&to=…
          leaves.json       /api/register/log/leaves?from=0&limit=200, and so on
          record.json       an application's record; an earlier one of the same shows whether it was cut off or rewritten since
        Answers 0 where all holds, 1 where something doesn't, 2 where the files don't tell.
        """
    );
    return 2;
}

Evidence evidence = new();
foreach (var file in args)
{
    evidence.Add(file, await File.ReadAllBytesAsync(file));
}

var verdicts = evidence.Judge();
foreach (var verdict in verdicts)
{
    Console.WriteLine(
        verdict.Outcome switch
        {
            Outcome.Right => verdict.Sentence,
            Outcome.Wrong => $"WRONG: {verdict.Sentence}",
            _ => $"Unknown: {verdict.Sentence}",
        }
    );
}

return verdicts.Any(verdict => verdict.Outcome == Outcome.Wrong) ? 1
    : verdicts.Any(verdict => verdict.Outcome == Outcome.Right) && verdicts.All(verdict => verdict.Outcome == Outcome.Right) ? 0
    : 2;
