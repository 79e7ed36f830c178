/** What every code book must do: the executable form of src/app/ports/code-book.ts. */

import type { CodeBook } from '../../src/app/ports/code-book.js';
import type { CodeRequest } from '../../src/domain/code.js';
import type { ChallengeId } from '../../src/domain/ids.js';

/** The same service before, while and after its master key is replaced. */
export interface Generations<Holder> {
  readonly before: Holder;
  readonly rotating: Holder;
  readonly after: Holder;
}

const request: CodeRequest = { challengeId: 'ch-1' as ChallengeId, destination: 0, length: 6 };

export function describeCodeBook(name: string, make: () => Generations<CodeBook>): void {
  describe(`CodeBook contract: ${name}`, () => {
    it('issues a code whose digits lead back to its digest', () => {
      const { before } = make();
      const issued = before.issue(request);
      expect(issued.code.digits()).toMatch(/^[0-9]{6}$/);
      expect(before.candidates(request.challengeId, issued.code.digits())).toEqual([
        { keyId: issued.keyId, digest: issued.digest },
      ]);
    });

    it('gives the same code again for a resend', () => {
      const { before } = make();
      const issued = before.issue(request);
      expect(before.again(request, issued.keyId)?.digits()).toBe(issued.code.digits());
    });

    it('R006: gives a corrected number another code, so that the earlier one is wrong', () => {
      const { before } = make();
      const codes = [0, 1, 2].map((destination) => before.issue({ ...request, destination }));
      expect(new Set(codes.map(({ digest }) => digest)).size).toBe(3);
    });

    it('R024: digests the same digits differently for another challenge', () => {
      const { before } = make();
      const [here] = before.candidates(request.challengeId, '123456');
      const [there] = before.candidates('ch-2' as ChallengeId, '123456');
      expect(here?.digest).not.toBe(there?.digest);
    });

    it('R012: verifies and resends after a rotation what was opened before it', () => {
      const { before, rotating } = make();
      for (let at = 0; at < 100; at += 1) {
        const each = { ...request, challengeId: `ch-${at}` as ChallengeId };
        const { keyId, digest, code } = before.issue(each);
        const candidates = rotating.candidates(each.challengeId, code.digits());
        expect(candidates).toContainEqual({ keyId, digest });
        expect(rotating.again(each, keyId)?.digits()).toBe(code.digits());
      }
    });

    it('issues under the newest key and tries every held one, newest first', () => {
      const { before, rotating } = make();
      const { keyId } = rotating.issue(request);
      expect(keyId).not.toBe(before.issue(request).keyId);
      const tried = rotating.candidates(request.challengeId, '123456');
      expect(tried.map((candidate) => candidate.keyId)).toEqual([
        keyId,
        before.issue(request).keyId,
      ]);
    });

    it('knows nothing of a dropped key', () => {
      const { before, after } = make();
      expect(after.again(request, before.issue(request).keyId)).toBeUndefined();
    });
  });
}
